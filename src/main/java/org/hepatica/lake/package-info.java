/**
 * The only place that touches Delta: writing, reading, versions, what changed between them, upkeep
 * and purge, the lock.
 *
 * <p>A table is named by its definition in table, never by a string.
 *
 * <p>May import: Spark, Delta, Hadoop, Jackson, table.
 */
package org.hepatica.lake;
