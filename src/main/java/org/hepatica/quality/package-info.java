/**
 * Declared rules: rows in, accepted and quarantined rows with reasons out, counts that reconcile.
 *
 * <p>A row is never dropped: it is accepted, quarantined with a reason, or an exact duplicate.
 * Whether a delivery lost too much is judged here too.
 *
 * <p>May import: Spark SQL, table, protocol.
 */
package org.hepatica.quality;
