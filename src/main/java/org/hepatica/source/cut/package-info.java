/**
 * Takes a person's records out of delivered files: what is not the person's stays byte for byte,
 * but in Parquet, whose rows stay.
 *
 * <p>May import: source.format, source.text, source.platform, Parquet, htsjdk for bgzip.
 */
package org.hepatica.source.cut;
