/**
 * Delimited text: CSV with quotes and tab-separated text without.
 *
 * <p>Streams in bounded memory whatever a file holds; a bad record is marked and reading goes on.
 *
 * <p>May import: source.format, FastCSV.
 */
package org.hepatica.source.text;
