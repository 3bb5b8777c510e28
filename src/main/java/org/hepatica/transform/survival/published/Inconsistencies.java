package org.hepatica.transform.survival.published;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.math3.special.Erf;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.hepatica.protocol.PublishedNumbers;
import org.hepatica.protocol.PublishedNumbers.Estimate;
import org.hepatica.protocol.PublishedNumbers.HazardRatio;
import org.hepatica.protocol.PublishedNumbers.ModelLine;
import org.hepatica.protocol.PublishedNumbers.Table1Line;
import org.hepatica.table.Results;

/**
 * Where printed numbers contradict each other, found by computation: percentages against counts,
 * levels against their total, estimates against intervals and P values, parts against sums, and the
 * same estimate given for two groups. Rounding is always considered.
 */
public final class Inconsistencies {

  private final PublishedNumbers published;
  private final List<Row> rows = new ArrayList<>();

  private Inconsistencies(PublishedNumbers published) {
    this.published = published;
  }

  /** Rows of {@link Results#INCONSISTENCY}. */
  public static List<Row> rows(PublishedNumbers published) {
    Inconsistencies found = new Inconsistencies(published);
    found.percents();
    found.levels();
    published.models().forEach((file, lines) -> lines.forEach(line -> found.model(file, line)));
    found.sums();
    found.twins();
    found.textAgainstTables();
    return found.rows;
  }

  private Map<String, Double> sizes() {
    return published.table1().stream()
        .filter(line -> line.variable().equals("n"))
        .findFirst()
        .map(Table1Line::printed)
        .orElse(Map.of())
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> Double.parseDouble(e.getValue())));
  }

  private void percents() {
    Map<String, Double> sizes = sizes();
    for (Table1Line line : published.table1()) {
      line.percents()
          .forEach(
              (column, percent) -> {
                double count = Double.parseDouble(line.printed().get(column));
                double implied = 100 * count / sizes.get(column);
                if (Math.abs(implied - percent) > Printed.rounding(percent) + 1e-9) {
                  add(
                      "table1",
                      line.variable() + ": " + line.level() + ", " + column,
                      "percent against count",
                      text("%.0f (%s %%)", count, plain(percent)),
                      text(
                          "%.1f %% of %.0f; %s %% is of about %.0f",
                          implied, sizes.get(column), plain(percent), 100 * count / percent));
                }
              });
    }
  }

  private void levels() {
    Map<String, Map<String, Double>> sums = new HashMap<>();
    Map<String, Integer> counted = new HashMap<>();
    for (Table1Line line : published.table1()) {
      if (line.kind().equals("count") && !line.variable().equals("n")) {
        counted.merge(line.variable(), 1, Integer::sum);
        line.printed()
            .forEach(
                (column, n) ->
                    sums.computeIfAbsent(line.variable(), v -> new HashMap<>())
                        .merge(column, Double.parseDouble(n), Double::sum));
      }
    }
    sums.forEach(
        (variable, byColumn) ->
            byColumn.forEach(
                (column, sum) -> {
                  double size = sizes().get(column);
                  if (counted.get(variable) > 1 && sum != size) {
                    add(
                        "table1",
                        variable + ", " + column,
                        "levels against their total",
                        text("levels sum to %.0f", sum),
                        text("the group has %.0f: %.0f missing", size, size - sum));
                  }
                }));
  }

  private void model(String file, ModelLine line) {
    line.univariate().ifPresent(hr -> hazardRatio(file, line.variable() + ": univariate", hr));
    line.multivariate().ifPresent(hr -> hazardRatio(file, line.variable() + ": multivariate", hr));
  }

  private void hazardRatio(String file, String quantity, HazardRatio printed) {
    String shown =
        plain(printed.estimate()) + " (" + plain(printed.low()) + "-" + plain(printed.high()) + ")";
    if (!Printed.isMiddle(printed)) {
      double middle = Math.sqrt(printed.low() * printed.high());
      add(file, quantity, "estimate against interval", shown, text("a middle of %.2f", middle));
    }
    pValue(file, quantity, printed, shown);
  }

  private void pValue(String file, String quantity, HazardRatio printed, String shown) {
    String p = printed.p().trim();
    if (p.isEmpty()) {
      return;
    }
    boolean below = p.startsWith("<");
    double value = Double.parseDouble(below ? p.substring(1) : p);
    double least = twoSided(Printed.mostZ(printed));
    double most = twoSided(Printed.leastZ(printed));
    double slack = below ? 0 : Printed.rounding(value);
    boolean possible = least <= value + slack && (below || most >= value - slack);
    if (!possible) {
      String sign = below ? "P " + p : "P = " + p;
      add(
          file,
          quantity,
          "P against interval",
          shown + ", " + sign,
          text("P between %.2g and %.2g", least, most));
    }
  }

  private static double twoSided(double z) {
    return Erf.erfc(z / Math.sqrt(2));
  }

  private void sums() {
    published
        .sums()
        .forEach(
            (total, parts) -> {
              double sum = parts.stream().mapToDouble(part -> value(part).orElse(0.0)).sum();
              double printed = value(total).orElse(sum);
              if (sum != printed) {
                add(
                    "estimates",
                    total,
                    "parts against their sum",
                    text("%.0f", printed),
                    String.join(" + ", parts) + text(" = %.0f", sum));
              }
            });
  }

  private Optional<Double> value(String quantity) {
    return published.estimates().stream()
        .filter(e -> e.section().equals("flow") && e.quantity().equals(quantity))
        .map(Estimate::value)
        .findFirst();
  }

  /** The same estimate with the same interval, printed for two groups. */
  private void twins() {
    Map<String, List<Estimate>> same =
        published.estimates().stream()
            .filter(e -> e.low().isPresent() && e.high().isPresent())
            .collect(
                Collectors.groupingBy(e -> e.section() + ": " + e.quantity() + " " + interval(e)));
    same.values().stream()
        .filter(list -> list.size() > 1)
        .forEach(
            list ->
                add(
                    "estimates",
                    list.get(0).section() + ": " + list.get(0).quantity(),
                    "one estimate for two groups",
                    interval(list.get(0)),
                    String.join(" and ", list.stream().map(Estimate::group).toList())));
  }

  private static String interval(Estimate e) {
    return plain(e.value())
        + " ("
        + plain(e.low().getAsDouble())
        + "-"
        + plain(e.high().getAsDouble())
        + ")";
  }

  /** A hazard ratio of the text against some model table's. */
  private void textAgainstTables() {
    for (Estimate estimate : published.estimates()) {
      String covariate = published.hazardRatios().get(estimate.quantity());
      String file = estimate.section();
      if (covariate != null && estimate.group().equals("all")) {
        published.models().entrySet().stream()
            .filter(model -> model.getKey().endsWith("_" + file))
            .flatMap(model -> model.getValue().stream())
            .filter(line -> line.variable().equals(covariate))
            .flatMap(line -> line.univariate().stream())
            .filter(hr -> hr.estimate() != estimate.value())
            .forEach(
                hr ->
                    add(
                        "estimates",
                        estimate.section() + ": " + estimate.quantity(),
                        "text against table",
                        plain(estimate.value()),
                        plain(hr.estimate())));
      }
    }
  }

  private static String plain(double value) {
    return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private void add(String source, String quantity, String check, String printed, String implied) {
    Object[] values = {source, quantity, check, printed, implied};
    rows.add(new GenericRowWithSchema(values, Results.INCONSISTENCY.schema()));
  }
}
