/**
 * A dataset as chunks of primitive columns, read where its partitions lie: from columnar batches
 * when Spark's plan ends in them, else from internal rows. No object a row.
 *
 * <p>Numbers, dates and truth values become doubles (a missing one NaN), texts codes of a
 * dictionary of the partition. Who counts may take whole numbers of which none is missing as such.
 *
 * <p>May import: Spark only.
 */
package org.hepatica.ml.scan;
