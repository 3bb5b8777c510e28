package org.hepatica.genomics;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A delivered record about one sample.
 *
 * @param format of its file: maf, typer, ...
 * @param origin where it stands
 * @param cells text by column
 */
public record Observation(String format, Origin origin, Map<String, String> cells) {

  /** Of a record that is about a file, or of several kinds: what it is. */
  public static final String KIND = "KIND";

  /** The kind of a record that says how many rows were left out at the door. */
  public static final String LEFT_OUT = "left-out";

  /** The kind of a record of which no more is known than that it may be about the gene. */
  public static final String UNREADABLE = "unreadable";

  /** How many these are. */
  public static final String ROWS = "ROWS";

  private static final Pattern NUMBERED = Pattern.compile("(.+)_(\\d{1,3})");

  /**
   * The record as one of its numbered samples sees it: {@code GT_2} becomes {@code GT}, the columns
   * of other samples go.
   */
  public Observation ofSample(int number) {
    Map<String, String> own = new HashMap<>();
    cells.forEach(
        (column, value) -> {
          Matcher numbered = NUMBERED.matcher(column);
          if (!numbered.matches()) {
            own.put(column, value);
          } else if (Integer.parseInt(numbered.group(2)) == number) {
            own.put(numbered.group(1), value);
          }
        });
    return new Observation(format, origin, own);
  }

  /** Whether it cannot be read: what it says of the sample is not known. */
  boolean isUnreadable() {
    return cell(KIND).equals(UNREADABLE);
  }

  /** The trimmed cell, empty when there is none or no such column. */
  public String cell(String column) {
    String value = column == null ? null : cells.get(column);
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
