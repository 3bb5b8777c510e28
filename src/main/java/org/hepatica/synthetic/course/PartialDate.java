package org.hepatica.synthetic.course;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A date as a registry knows it.
 *
 * @param day the day, or what an honest reader would put for it: the 15th, the 1st of July
 * @param precision how much of it is delivered
 */
public record PartialDate(LocalDate day, Precision precision) {

  private static final int MIDDLE_OF_MONTH = 15;
  private static final int MIDDLE_MONTH = 7;

  /** How much of a date is known. */
  public enum Precision {
    /** The day. */
    DAY("yyyy-MM-dd", "dd/MM/yyyy"),
    /** Month and year. */
    MONTH("yyyy-MM", "MM/yyyy"),
    /** The year. */
    YEAR("yyyy", "yyyy");

    private final DateTimeFormatter iso;
    private final DateTimeFormatter british;

    Precision(String iso, String british) {
      this.iso = DateTimeFormatter.ofPattern(iso, Locale.ROOT);
      this.british = DateTimeFormatter.ofPattern(british, Locale.ROOT);
    }
  }

  /** A whole date. */
  public static PartialDate of(LocalDate day) {
    return new PartialDate(day, Precision.DAY);
  }

  /** The same date with its day forgotten. */
  public PartialDate month() {
    return new PartialDate(day.withDayOfMonth(MIDDLE_OF_MONTH), Precision.MONTH);
  }

  /** The same date with day and month forgotten. */
  public PartialDate year() {
    return new PartialDate(LocalDate.of(day.getYear(), MIDDLE_MONTH, 1), Precision.YEAR);
  }

  /** As 2004-03-01, 2004-03 or 2004. */
  public String iso() {
    return precision.iso.format(day);
  }

  /** As 01/03/2004, 03/2004 or 2004. */
  public String british() {
    return precision.british.format(day);
  }
}
