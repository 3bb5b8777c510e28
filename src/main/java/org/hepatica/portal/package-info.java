/**
 * A study folder as cBioPortal's loader takes it: clinical files, mutations, panels, case lists,
 * and a meta file beside each.
 *
 * <p>Rows come one by one from an iterator, so that a cohort of any size is written by a driver
 * that holds none of it.
 *
 * <p>May import: Spark SQL rows, genomics, protocol, table, transform.portal.
 */
package org.hepatica.portal;
