/**
 * Any table as a dataset: CSV, TSV with comment lines, Parquet, a Delta folder; what counts as
 * missing, and which columns are numbers apart from that.
 *
 * <p>May import: Spark, and of what comes with it Hadoop and Parquet; FastCSV, for the line of a
 * cell.
 */
package org.hepatica.ml.file;
