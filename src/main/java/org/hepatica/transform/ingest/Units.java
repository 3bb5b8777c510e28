package org.hepatica.transform.ingest;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hepatica.table.Registry;

/** Delivered units and the tables' own. */
final class Units {

  /** Days of a month on average: 365.25 / 12. */
  static final BigDecimal DAYS_A_MONTH = new BigDecimal("30.4375");

  /** Days of a year on average. */
  static final BigDecimal DAYS_A_YEAR = new BigDecimal("365.25");

  private static final Map<String, BigDecimal> LENGTH =
      Map.of("cm", factor("1"), "mm", factor("0.1"), "m", factor("100"), "in", factor("2.54"));
  private static final Map<String, BigDecimal> CONCENTRATION =
      Map.ofEntries(
          entry("ng/ml", factor("1")),
          entry("ug/l", factor("1")),
          entry("\u00B5g/l", factor("1")),
          entry("\u03BCg/l", factor("1")),
          entry("mcg/l", factor("1")),
          entry("ng/dl", factor("0.01")),
          entry("ng/l", factor("0.001")),
          entry("ug/ml", factor("1000")));
  private static final Map<String, BigDecimal> TIME =
      Map.of(
          "days", factor("1"), "weeks", factor("7"), "months", DAYS_A_MONTH, "years", DAYS_A_YEAR);
  private static final Map<String, BigDecimal> SHARE =
      Map.of("fraction", factor("1"), "percent", factor("0.01"), "%", factor("0.01"));

  private static final Map<String, Map<String, BigDecimal>> BY_COLUMN =
      Map.of(
          Registry.SIZE_CM, LENGTH,
          Registry.CEA_NG_ML, CONCENTRATION,
          Registry.TIME, TIME,
          Registry.TUMOR_SHARE, SHARE);

  private Units() {}

  /** The units that a column may be delivered in; none when it has no unit. */
  static Set<String> of(String column) {
    return new TreeSet<>(BY_COLUMN.getOrDefault(column, Map.of()).keySet());
  }

  /** What a number of the unit is multiplied by; 1 when no unit is given. */
  static BigDecimal factor(String column, String unit) {
    return unit.isEmpty()
        ? BigDecimal.ONE
        : BY_COLUMN.getOrDefault(column, Map.of()).get(unit.toLowerCase(Locale.ROOT));
  }

  /** Whole days, ties to the even day as R and IEEE 754 round. */
  static BigDecimal days(BigDecimal exact) {
    return exact.setScale(0, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal factor(String text) {
    return new BigDecimal(text);
  }
}
