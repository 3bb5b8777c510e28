/**
 * Databases that centres are read from: their rows become a file in landing, a delivery like any
 * other.
 *
 * <p>May import: protocol, source.format, Parquet, java.sql.
 */
package org.hepatica.source.database;
