package org.hepatica.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hepatica.report.figure.DriftFigure;
import org.hepatica.table.Genomic;
import org.hepatica.table.Results;

/** The mutated share of each platform by calendar year. */
final class DriftByYear {

  /** Years below this stand out in the figure; among so many tests 0.05 would be chance. */
  private static final double STANDS_OUT = 0.01;

  private final String symbol;
  private final List<TidyRow> rows;

  /**
   * @param rows of {@code Results.GENE_DRIFT}
   */
  DriftByYear(String symbol, List<TidyRow> rows) {
    this.symbol = symbol;
    this.rows =
        rows.stream()
            .sorted(
                Comparator.comparing((TidyRow row) -> row.text(Genomic.PLATFORM))
                    .thenComparing(row -> row.count(Results.YEAR)))
            .toList();
  }

  private List<String> platforms() {
    return rows.stream().map(row -> row.text(Genomic.PLATFORM)).distinct().toList();
  }

  private List<TidyRow> of(String platform) {
    return rows.stream().filter(row -> row.is(Genomic.PLATFORM, platform)).toList();
  }

  /** Empty where no result has a year. */
  Optional<DriftFigure> figure() {
    List<DriftFigure.Series> series =
        platforms().stream()
            .map(
                platform ->
                    new DriftFigure.Series(
                        platform, of(platform).stream().map(DriftByYear::year).toList()))
            .toList();
    return series.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DriftFigure(
                "gene-drift",
                symbol + " mutated by year and platform",
                "Mutated, of patients with a result",
                "P < 0.01 against the platform's other years",
                series));
  }

  private static DriftFigure.Year year(TidyRow row) {
    Double p = row.number(Results.P_VALUE);
    return new DriftFigure.Year(
        (int) row.count(Results.YEAR),
        row.number(Results.SHARE),
        row.number(Results.CONF_LOW),
        row.number(Results.CONF_HIGH),
        p != null && p < STANDS_OUT);
  }

  /** Empty likewise. */
  Optional<Grid> grid() {
    List<Grid.Line> lines = new ArrayList<>();
    for (String platform : platforms()) {
      lines.add(Grid.Line.group(platform));
      of(platform).forEach(row -> lines.add(line(row)));
    }
    List<String> head = List.of("Year", "Patients", "Mutated", "Share (95% CI)", "P");
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Grid.of("Mutated share by year and platform", "lrrrr", head, lines)
                .withNotes(
                    List.of(
                        "Patients with a definite result, each once a platform and year. A result"
                            + " without a date of its own has its delivery's. Intervals: Wilson."
                            + " P: Fisher's exact test of the year against the platform's other"
                            + " years.")));
  }

  private static Grid.Line line(TidyRow row) {
    return Grid.Line.styled(
        "indent",
        List.of(
            row.text(Results.YEAR),
            Show.count(row.count(Results.TESTED)),
            Show.count(row.count(Results.MUTATED)),
            Show.share(
                row.number(Results.SHARE),
                row.number(Results.CONF_LOW),
                row.number(Results.CONF_HIGH)),
            Show.p(row.number(Results.P_VALUE))));
  }
}
