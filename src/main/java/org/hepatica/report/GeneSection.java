package org.hepatica.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hepatica.protocol.Study;
import org.hepatica.report.figure.Drawing;
import org.hepatica.table.Genomic;
import org.hepatica.table.Results;

/** The gene's states by deciding platform, its variants, how far platforms agree, and drift. */
final class GeneSection {

  private GeneSection() {}

  static Optional<Section> of(ReportInput input) {
    return input.study().gene().flatMap(gene -> of(gene, input));
  }

  private static Optional<Section> of(Study.Gene gene, ReportInput input) {
    List<TidyRow> pairs = input.rows(Results.CONCORDANCE);
    DriftByYear drift = new DriftByYear(gene.symbol(), input.rows(Results.GENE_DRIFT));
    VariantSpectrum spectrum = new VariantSpectrum(gene, input.rows(Results.CODON_SPECTRUM));
    List<Drawing> figures = new ArrayList<>();
    spectrum.figure().ifPresent(figures::add);
    drift.figure().ifPresent(figures::add);
    List<Grid> grids = new ArrayList<>();
    states(input.rows(Results.GENE_STATE_COUNT)).ifPresent(grids::add);
    spectrum.grid().ifPresent(grids::add);
    concordance(pairs).ifPresent(grids::add);
    DiscordantPatients.grid(input.rows(Results.DISCORDANT_PATIENT), pairs).ifPresent(grids::add);
    drift.grid().ifPresent(grids::add);
    return grids.isEmpty()
        ? Optional.empty()
        : Optional.of(Section.of("gene", gene.symbol() + " by platform", figures, grids));
  }

  private static Optional<Grid> states(List<TidyRow> rows) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<String> platforms =
        rows.stream().map(r -> r.text(Genomic.DECIDING_PLATFORM)).distinct().sorted().toList();
    List<String> head = new ArrayList<>(List.of("State"));
    platforms.forEach(p -> head.add(p.isEmpty() ? "None" : p));
    head.add("Total");
    List<Grid.Line> lines = new ArrayList<>();
    rows.stream()
        .map(row -> row.text(Genomic.GENE_STATE))
        .distinct()
        .forEach(state -> lines.add(line("", state, ofState(rows, state), platforms)));
    lines.add(line("total", "Total", rows, platforms));
    return Optional.of(
        Grid.of(
            "State by deciding platform, of the patients of the cohort",
            "l" + "r".repeat(head.size() - 1),
            head,
            lines));
  }

  private static List<TidyRow> ofState(List<TidyRow> rows, String state) {
    return rows.stream().filter(row -> row.is(Genomic.GENE_STATE, state)).toList();
  }

  private static Grid.Line line(
      String style, String label, List<TidyRow> rows, List<String> platforms) {
    List<String> cells = new ArrayList<>(List.of(label));
    for (String platform : platforms) {
      cells.add(
          Show.count(
              rows.stream()
                  .filter(row -> row.is(Genomic.DECIDING_PLATFORM, platform))
                  .mapToLong(row -> row.count(Results.COUNT))
                  .sum()));
    }
    cells.add(Show.count(rows.stream().mapToLong(row -> row.count(Results.COUNT)).sum()));
    return Grid.Line.styled(style, cells);
  }

  private static Optional<Grid> concordance(List<TidyRow> rows) {
    List<String> head =
        List.of(
            "Platforms",
            "n",
            "Both wild-type",
            "Only first mutated",
            "Only second mutated",
            "Both mutated",
            "Of these at other codons",
            "Positive agreement",
            "Negative agreement",
            "Cohen's κ (95% CI)");
    List<Grid.Line> lines = rows.stream().map(GeneSection::pair).toList();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(Grid.of("Patients tested on two platforms", "lrrrrrrrrr", head, lines));
  }

  private static Grid.Line pair(TidyRow row) {
    List<String> cells = new ArrayList<>();
    cells.add(row.text("platform_a") + " and " + row.text("platform_b"));
    List<Long> counts =
        List.of(
            row.count("both_wild_type"),
            row.count("only_a_mutated"),
            row.count("only_b_mutated"),
            row.count("both_mutated"));
    cells.add(Show.count(counts.stream().mapToLong(Long::longValue).sum()));
    counts.forEach(count -> cells.add(Show.count(count)));
    cells.add(Show.count(row.count(Results.OTHER_CODONS)));
    cells.add(Show.share(row.number("positive_agreement"), null, null));
    cells.add(Show.share(row.number("negative_agreement"), null, null));
    cells.add(
        Show.ratio(
            row.number("kappa"), row.number(Results.CONF_LOW), row.number(Results.CONF_HIGH)));
    return Grid.Line.of(cells);
  }
}
