package org.hepatica.source.format;

import java.io.Serializable;

/**
 * The file that a reader reads, without its content.
 *
 * @param center the centre
 * @param export the export of the centre's configuration
 * @param delivery the delivery, by its date
 * @param file path inside the delivery, with {@code /}
 * @param separator of delimited text
 * @param encoding of text, a Java charset name
 */
public record FileContext(
    String center, String export, String delivery, String file, char separator, String encoding)
    implements Serializable {}
