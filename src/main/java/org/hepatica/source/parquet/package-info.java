/**
 * Parquet files as delivered: every column a text, as a mapping expects it of CSV.
 *
 * <p>May import: source.format, Parquet.
 */
package org.hepatica.source.parquet;
