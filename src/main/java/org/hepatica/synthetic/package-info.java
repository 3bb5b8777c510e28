/**
 * The calibrated synthetic registry, written as files that a centre and its laboratories would
 * deliver.
 *
 * <p>It writes alleles from its own literal table and may not import genomics.
 *
 * <p>May import: Spark SQL, protocol, Commons Math, htsjdk, FastCSV.
 */
package org.hepatica.synthetic;
