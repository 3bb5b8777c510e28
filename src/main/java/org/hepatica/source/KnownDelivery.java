package org.hepatica.source;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.hepatica.table.Operational;

/**
 * A delivery that the lake has judged.
 *
 * @param id its date; a second one of a date ends in {@code .02}
 * @param state as {@link Operational#STATE} has it
 * @param stamp as {@link Operational#STAMP}; null in a lake of before there were any
 * @param lastSeen its date; of files directly in landing, when the newest was written
 * @param content by export, the hashes of its files
 * @param columns by export, the columns of its files; none of formats without a header
 */
public record KnownDelivery(
    String id,
    String state,
    String stamp,
    LocalDate lastSeen,
    Map<String, Set<String>> content,
    Map<String, Set<String>> columns) {

  private static final int DATE = "yyyy-MM-dd".length();

  /** Keeps the content unchangeable. */
  public KnownDelivery {
    content = Map.copyOf(content);
    columns = Map.copyOf(columns);
  }

  /** Of which no columns are known. */
  public KnownDelivery(
      String id, String state, String stamp, LocalDate lastSeen, Map<String, Set<String>> content) {
    this(id, state, stamp, lastSeen, content, Map.of());
  }

  /** The date of a delivery's name. */
  public static LocalDate date(String id) {
    return LocalDate.parse(id.substring(0, DATE));
  }

  /** The name of the next delivery of the same date. */
  static String after(String id) {
    int number = id.length() == DATE ? 1 : Integer.parseInt(id.substring(DATE + 1));
    return "%s.%02d".formatted(id.substring(0, DATE), number + 1);
  }

  /** Whether records of it may count. */
  public boolean counts() {
    return state.equals(Operational.ACCEPTED) || state.equals(Operational.UNCHANGED);
  }

  boolean isWithdrawn() {
    return state.equals(Operational.WITHDRAWN);
  }

  boolean isOf(LocalDate date) {
    return date(id).equals(date);
  }

  boolean isBefore(LocalDate date) {
    return date(id).isBefore(date);
  }
}
