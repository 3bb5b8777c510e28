/**
 * Gold to the rows of a cBioPortal study: a patient with attributes, endpoints in months, and the
 * study's gene as one sample tells it.
 *
 * <p>Relational; nothing is written and nothing brought to the driver here.
 *
 * <p>May import: Spark SQL, protocol, table.
 */
package org.hepatica.transform.portal;
