package org.hepatica.genomics;

/**
 * The delivered record that something was read from.
 *
 * @param export of the centre's configuration
 * @param delivery by its date
 * @param file inside the delivery
 * @param line physical line
 */
public record Origin(String export, String delivery, String file, long line) {}
