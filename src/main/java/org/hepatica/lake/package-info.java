/**
 * The only place that touches Delta: writing, reading, versions, the run log and its manifest, the
 * lock.
 *
 * <p>A table is named by its definition in table, never by a string.
 *
 * <p>May import: Spark, Delta, Hadoop, Jackson, table.
 */
package org.hepatica.lake;
