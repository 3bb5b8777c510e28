package org.hepatica.protocol;

import java.time.format.DateTimeFormatter;
import java.util.Set;

/** Formats of dates: patterns of java.time, or a distance in days, months or years. */
final class DateFormats {

  static final Set<String> RELATIVE = Set.of("days", "months", "years");

  /** Excel's number of a day. */
  static final String EXCEL_SERIAL = "excel-serial";

  private DateFormats() {}

  /** The same for a column of a mapping, which may also be Excel's number of a day. */
  static void checkMapped(Cursor c, String key, String format) {
    if (!format.equals(EXCEL_SERIAL)) {
      check(c, key, format);
    }
  }

  /** A problem when the format is neither, or says what nobody means. */
  static void check(Cursor c, String key, String format) {
    if (RELATIVE.contains(format)) {
      return;
    }
    String letters = format.replaceAll("'[^']*'", "");
    if (!letters.matches("[^A-Za-z]*([yuMdHhmsS]+[^A-Za-z]*)+") || !understood(format)) {
      c.problem(
          key,
          "'" + format + "' is no format of dates",
          "write such as yyyy-MM-dd, dd/MM/yyyy, MMM yyyy or yyyy (y year, M month, d day);"
              + " or days, months, years");
    } else if (!letters.contains("yyyy") && !letters.contains("uuuu")) {
      c.problem(
          key,
          "'" + format + "' does not have the century",
          "write yyyy; a year of two digits would be guessed");
    } else if (letters.contains("m") && !letters.matches("(?i:.*h.*m.*)")) {
      c.problem(key, "'" + format + "' has minutes for months", "write MM for months");
    }
  }

  private static boolean understood(String format) {
    try {
      DateTimeFormatter.ofPattern(format);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
