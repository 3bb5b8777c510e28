package org.hepatica.ml.file;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;

/**
 * The names in the header line of a text file. Spark gives those that are alike, or differ only in
 * case, their places as endings, so that no formula would find them: such are refused by name.
 */
final class HeaderNames {

  private static final Map<String, String> SEPARATORS =
      Map.of(";", "semicolons", "\t", "tabs", ",", "commas");

  private HeaderNames() {}

  /**
   * Refuses names that are alike.
   *
   * @param names as Spark has read them
   * @param header reads the header line as a row; asked only if names look as if they were changed
   * @throws DataFileException if two names differ at most in case
   */
  static void requireDistinct(String[] names, Supplier<Row> header) {
    if (mayBeNumbered(names)) {
      Map<String, String> known = new HashMap<>();
      Row row = header.get();
      for (int i = 0; i < row.size(); i++) {
        String name = row.isNullAt(i) ? "" : row.getString(i);
        String other = name.isEmpty() ? null : known.put(name.toLowerCase(Locale.ROOT), name);
        if (other != null) {
          throw new DataFileException(
              other.equals(name)
                  ? "two columns are named %s: rename one".formatted(name)
                  : "columns %s and %s differ in case only: rename one".formatted(other, name));
        }
      }
    }
  }

  /**
   * Refuses a header line that is one cell with other separators in it, as spreadsheets of some
   * countries write.
   *
   * @param names of the columns
   * @throws DataFileException if the only name has a semicolon, a tab or a comma in it
   */
  static void requireSeparated(String[] names) {
    if (names.length != 1) {
      return;
    }
    SEPARATORS.forEach(
        (separator, called) -> {
          if (names[0].contains(separator)) {
            throw new DataFileException(
                "its header line is one cell with %s in it: separate cells by commas and decimals by points in .csv, cells by tabs in .tsv"
                    .formatted(called));
          }
        });
  }

  /** Whether two names that end with their places are alike before these: x0 and x1 are, too. */
  private static boolean mayBeNumbered(String[] names) {
    Map<String, Integer> stems = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      String place = String.valueOf(i);
      if (names[i].endsWith(place)) {
        String stem = names[i].substring(0, names[i].length() - place.length());
        stems.merge(stem.toLowerCase(Locale.ROOT), 1, Integer::sum);
      }
    }
    return stems.values().stream().anyMatch(count -> count > 1);
  }
}
