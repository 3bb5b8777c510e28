package org.hepatica.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hepatica.protocol.Study;
import org.hepatica.report.figure.SpectrumFigure;
import org.hepatica.table.Genomic;
import org.hepatica.table.Results;

/** Which variants the mutated patients have, beside what was expected. */
final class VariantSpectrum {

  private static final int MOST_BARS = 15;

  private final Study.Gene gene;
  private final List<TidyRow> rows;

  /**
   * @param rows of {@code Results.CODON_SPECTRUM}
   */
  VariantSpectrum(Study.Gene gene, List<TidyRow> rows) {
    this.gene = gene;
    this.rows =
        rows.stream()
            .sorted(
                Comparator.comparingLong((TidyRow row) -> -row.count(Results.PATIENTS))
                    .thenComparing(row -> row.text(Results.VARIANT)))
            .toList();
  }

  /** The commonest variants, and those that are expected; empty where nobody is mutated. */
  Optional<SpectrumFigure> figure() {
    List<SpectrumFigure.Bar> bars = new ArrayList<>();
    for (TidyRow row : rows) {
      if (bars.size() < MOST_BARS || row.number(Results.EXPECTED_SHARE) != null) {
        bars.add(bar(row));
      }
    }
    return bars.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SpectrumFigure(
                "codon-spectrum", gene.symbol() + " variants", "Share of mutated patients", bars));
  }

  private static SpectrumFigure.Bar bar(TidyRow row) {
    return new SpectrumFigure.Bar(
        row.text(Results.VARIANT),
        row.number(Results.SHARE),
        row.number(Results.CONF_LOW),
        row.number(Results.CONF_HIGH),
        row.number(Results.EXPECTED_SHARE),
        share(row));
  }

  /** Empty likewise. */
  Optional<Grid> grid() {
    List<String> head = List.of("Variant", "Codon", "Patients", "Share (95% CI)", "Expected");
    List<Grid.Line> lines = rows.stream().map(VariantSpectrum::line).toList();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Grid.of("Variants of mutated patients", "lrrrr", head, lines).withNotes(notes()));
  }

  private static Grid.Line line(TidyRow row) {
    return Grid.Line.of(
        row.text(Results.VARIANT),
        row.text(Genomic.CODON),
        Show.count(row.count(Results.PATIENTS)),
        share(row),
        Show.share(row.number(Results.EXPECTED_SHARE), null, null));
  }

  private static String share(TidyRow row) {
    return Show.share(
        row.number(Results.SHARE), row.number(Results.CONF_LOW), row.number(Results.CONF_HIGH));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Of %s mutated patients of the cohort; who has two variants counts for both. Intervals: Wilson."
            .formatted(Show.count(rows.get(0).count(Results.MUTATED))));
    gene.expected().ifPresent(expected -> notes.add("Expected: " + expected.citation() + "."));
    return notes;
  }
}
