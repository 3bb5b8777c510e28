package org.hepatica.genomics;

/**
 * A record that could not be used.
 *
 * @param origin the record
 * @param rule kebab-case
 * @param column the column, or null
 * @param value its text, or null
 * @param reason one sentence with the remedy
 */
public record Defect(Origin origin, String rule, String column, String value, String reason) {}
