/**
 * Deliveries of records to the records that count, and for how long each does.
 *
 * <p>Small named functions Dataset -> Dataset; what a delivery changes, never what there is.
 *
 * <p>May import: Spark SQL, protocol, table, quality.
 */
package org.hepatica.transform.history;
