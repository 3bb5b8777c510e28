package org.hepatica.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hepatica.protocol.Study;
import org.hepatica.report.figure.Curve;
import org.hepatica.report.figure.CurvePoint;
import org.hepatica.report.figure.KaplanMeierFigure;
import org.hepatica.table.Results;

/** The study's survival figures from its result rows. */
final class CurveFigures {

  private static final double DAYS_PER_YEAR = 365.25;

  private final ReportInput input;
  private final Labels labels;

  CurveFigures(ReportInput input) {
    this.input = input;
    this.labels = new Labels(input.study());
  }

  /** The figures that have rows, in the study's order. */
  List<KaplanMeierFigure> all() {
    return input.study().figures().stream().flatMap(f -> figure(f).stream()).toList();
  }

  private Optional<KaplanMeierFigure> figure(Study.Figure figure) {
    String by = String.join("+", figure.by());
    List<TidyRow> steps =
        TidyRow.sorted(of(input.rows(Results.KM), figure.endpoint(), by), Results.TIME_DAYS);
    List<Curve> curves =
        steps.stream()
            .map(row -> row.text(Results.GROUP))
            .distinct()
            .sorted(labels.order(by))
            .map(group -> curve(figure.endpoint(), by, group, steps))
            .toList();
    return curves.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new KaplanMeierFigure(
                figure.id(),
                figure.title(),
                labels.endpoint(figure.endpoint()),
                labels.by(by),
                curves,
                test(figure.endpoint(), by),
                figure.horizonYears()));
  }

  private Curve curve(String endpoint, String by, String group, List<TidyRow> steps) {
    List<CurvePoint> points =
        steps.stream()
            .filter(row -> row.is(Results.GROUP, group))
            .map(CurveFigures::point)
            .toList();
    long n = points.get(0).atRisk();
    long events = points.stream().mapToLong(CurvePoint::events).sum();
    String median =
        of(input.rows(Results.SURVIVAL_SUMMARY), endpoint, by).stream()
            .filter(row -> row.is(Results.GROUP, group))
            .findFirst()
            .map(CurveFigures::median)
            .orElse("");
    return new Curve(labels.group(by, group), n, events, median, points);
  }

  static String median(TidyRow row) {
    return Show.median(
        row.number(Results.MEDIAN_YEARS),
        row.number(Results.CONF_LOW),
        row.number(Results.CONF_HIGH));
  }

  private String test(String endpoint, String by) {
    return of(input.rows(Results.LOGRANK), endpoint, by).stream()
        .filter(row -> row.is(Results.WITHIN, ""))
        .findFirst()
        .map(row -> Show.pPhrase(row.number(Results.P_VALUE)))
        .filter(phrase -> !phrase.isEmpty())
        .map(phrase -> "Log-rank " + phrase)
        .orElse("");
  }

  /** Rows of an endpoint and groupings. */
  static List<TidyRow> of(List<TidyRow> rows, String endpoint, String by) {
    return rows.stream()
        .filter(row -> row.is(Results.ENDPOINT, endpoint) && row.is(Results.BY, by))
        .toList();
  }

  private static CurvePoint point(TidyRow row) {
    return new CurvePoint(
        row.count(Results.TIME_DAYS) / DAYS_PER_YEAR,
        row.count(Results.N_RISK),
        row.count(Results.N_EVENT),
        row.count(Results.N_CENSOR),
        row.number(Results.SURVIVAL),
        bound(row.number(Results.CONF_LOW)),
        bound(row.number(Results.CONF_HIGH)));
  }

  private static OptionalDouble bound(Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
