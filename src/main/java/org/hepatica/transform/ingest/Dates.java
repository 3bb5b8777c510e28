package org.hepatica.transform.ingest;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Dates by declared formats; nothing is guessed. */
final class Dates {

  static final String DAY = "day";
  static final String MONTH = "month";
  static final String YEAR = "year";
  static final String RELATIVE = "relative";

  /** Formats that count from an origin. */
  static final Set<String> COUNTS = Set.of("days", "months", "years");

  /** Excel's number of a day: 1 is 1 January 1900. */
  static final String EXCEL_SERIAL = "excel-serial";

  /** Used where a mapping declares no format. */
  static final List<String> DEFAULT = List.of("yyyy-MM-dd");

  /** Where a counted date without an origin starts. */
  static final Dated TIME_ZERO = new Dated(LocalDate.EPOCH, RELATIVE);

  private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 31);
  private static final int LEAP_DAY_OF_1900 = 60;
  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2200;
  private static final Map<String, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

  /** A day and how precisely it is known. */
  record Dated(LocalDate day, String precision) {}

  private Dates() {}

  /**
   * The date by the first format that reads the text.
   *
   * @param origin of counted dates; empty for the artificial time zero
   * @param decimal sign of counts: a point, or a comma
   */
  static Optional<Dated> parse(
      String text, List<String> formats, Optional<Dated> origin, char decimal) {
    for (String format : formats) {
      Optional<Dated> date = byFormat(text, format, origin, decimal);
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  private static Optional<Dated> byFormat(
      String text, String format, Optional<Dated> origin, char decimal) {
    if (COUNTS.contains(format)) {
      return counted(text, format, origin.orElse(TIME_ZERO), decimal);
    }
    return format.equals(EXCEL_SERIAL) ? serial(text) : written(text, format);
  }

  /**
   * The day of Excel's number. Excel takes 1900 for a leap year: 60 is its 29 February, which never
   * was, and the numbers before count from a day later than those after. A time of the day, which
   * is the number's fraction, makes it no date.
   */
  private static Optional<Dated> serial(String text) {
    return Numbers.parse(text)
        .filter(number -> Numbers.isPlain(text))
        .flatMap(Numbers::whole)
        .filter(number -> number >= 1 && number != LEAP_DAY_OF_1900)
        .map(number -> BEFORE_1900.plusDays(number < LEAP_DAY_OF_1900 ? number : number - 1L))
        .filter(Dates::plausible)
        .map(day -> new Dated(day, DAY));
  }

  /** A pattern's formatter; years need not say their era, and 31 February is no date. */
  static DateTimeFormatter formatter(String pattern) {
    return FORMATTERS.computeIfAbsent(
        pattern,
        p ->
            new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(p.replace('y', 'u'))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT));
  }

  private static Optional<Dated> counted(String text, String unit, Dated origin, char decimal) {
    return Numbers.parse(text, decimal)
        .map(number -> Units.days(number.multiply(days(unit))))
        .flatMap(Numbers::whole)
        .map(days -> new Dated(origin.day().plusDays(days), origin.precision()))
        .filter(date -> plausible(date.day()));
  }

  private static BigDecimal days(String unit) {
    return switch (unit) {
      case "months" -> Units.DAYS_A_MONTH;
      case "years" -> Units.DAYS_A_YEAR;
      default -> BigDecimal.ONE;
    };
  }

  private static Optional<Dated> written(String text, String pattern) {
    try {
      return Optional.of(dated(formatter(pattern).parse(text)))
          .filter(date -> plausible(date.day()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Mid-period where the day is not known: the 15th, 1 July. */
  private static Dated dated(TemporalAccessor parsed) {
    if (parsed.isSupported(ChronoField.EPOCH_DAY)) {
      return new Dated(LocalDate.from(parsed), DAY);
    }
    int year = parsed.get(ChronoField.YEAR);
    return parsed.isSupported(ChronoField.MONTH_OF_YEAR)
        ? new Dated(LocalDate.of(year, parsed.get(ChronoField.MONTH_OF_YEAR), 15), MONTH)
        : new Dated(LocalDate.of(year, 7, 1), YEAR);
  }

  private static boolean plausible(LocalDate day) {
    return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
  }
}
