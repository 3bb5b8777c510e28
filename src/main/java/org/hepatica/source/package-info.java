/**
 * What centres deliver, file by file, turned into bronze records that know file, physical line and
 * delivery.
 *
 * <p>Identifiers become keyed hashes here, at the door; nothing behind this package has seen one.
 *
 * <p>May import: Spark SQL, protocol, table, source.format, source.text, source.platform,
 * source.parquet, source.cut.
 */
package org.hepatica.source;
