package org.hepatica.protocol;

/**
 * A key to which an option of the command line gives a value, so that a problem with it names the
 * option that was typed.
 *
 * @param option such as {@code --study}
 * @param key full, of hepatica.conf, such as {@code hepatica.study}
 * @param value the text itself; where a list belongs, split at commas
 */
public record GivenOption(String option, String key, String value) {}
