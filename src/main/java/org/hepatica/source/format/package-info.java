/**
 * The contract between a file format and the bronze table: a stream in, raw records out.
 *
 * <p>A reader knows lines, cells and defects; it knows no identifier hash and no missing code.
 *
 * <p>May import: java, and of protocol where genes lie.
 */
package org.hepatica.source.format;
