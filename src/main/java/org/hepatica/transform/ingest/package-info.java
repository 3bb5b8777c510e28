/**
 * Bronze records to silver registry tables by a centre's mapping.
 *
 * <p>Small named functions Dataset -> Dataset; bad cells become null with a quarantine entry.
 *
 * <p>May import: Spark SQL, protocol, table, quality.
 */
package org.hepatica.transform.ingest;
