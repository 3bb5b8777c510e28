package org.hepatica.genomics;

import java.util.Map;

/**
 * A delivered record about one sample.
 *
 * @param format of its file: maf, typer, ...
 * @param origin where it stands
 * @param cells text by column
 */
public record Observation(String format, Origin origin, Map<String, String> cells) {

  /** The trimmed cell, empty when there is none. */
  public String cell(String column) {
    String value = cells.get(column);
    return value == null ? "" : value.trim();
  }

  /** The cell, empty also when it says NA or a dot. */
  String known(String column) {
    String value = cell(column);
    return value.equalsIgnoreCase("NA") || value.equals(".") ? "" : value;
  }

  /** A cell's whole number, or null when it is not one. */
  Integer number(String column) {
    try {
      return Integer.valueOf(known(column));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
