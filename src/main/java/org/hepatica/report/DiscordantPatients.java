package org.hepatica.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hepatica.table.Genomic;
import org.hepatica.table.Registry;
import org.hepatica.table.Results;

/** Patients on whom two platforms disagree. */
final class DiscordantPatients {

  private DiscordantPatients() {}

  /**
   * The first of them.
   *
   * @param rows of {@code Results.DISCORDANT_PATIENT}, the first of all
   * @param concordance rows of {@code Results.CONCORDANCE}, which count all
   */
  static Optional<Grid> grid(List<TidyRow> rows, List<TidyRow> concordance) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<String> head =
        List.of(
            "Patient",
            "First",
            "Second",
            "Mutated",
            "Codons of both",
            "Found by first",
            "By second");
    List<Grid.Line> lines =
        rows.stream()
            .sorted(
                Comparator.comparing((TidyRow row) -> row.text(Registry.CENTER))
                    .thenComparing(row -> row.text(Registry.PATIENT_ID))
                    .thenComparing(row -> row.text("platform_a"))
                    .thenComparing(row -> row.text("platform_b")))
            .map(DiscordantPatients::line)
            .toList();
    return Optional.of(
        Grid.of("Patients on whom two platforms disagree", "lllllll", head, lines)
            .withNotes(notes(rows.size(), concordance)));
  }

  private static Grid.Line line(TidyRow row) {
    return Grid.Line.of(
        Show.hashes(row.text(Registry.PATIENT_ID)) + ", " + row.text(Registry.CENTER),
        row.text("platform_a"),
        row.text("platform_b"),
        Show.capital(row.text(Results.KIND).replace(" mutated", "")),
        String.join(", ", row.texts(Genomic.CODONS)),
        String.join(", ", row.texts(Results.VARIANTS_A)),
        String.join(", ", row.texts(Results.VARIANTS_B)));
  }

  private static List<String> notes(int shown, List<TidyRow> concordance) {
    long first = sum(concordance, "only_a_mutated");
    long second = sum(concordance, "only_b_mutated");
    long other = sum(concordance, Results.OTHER_CODONS);
    List<String> notes = new ArrayList<>();
    notes.add(
        "Only the first is mutated: %s; only the second: %s; both, at other codons: %s."
            .formatted(Show.count(first), Show.count(second), Show.count(other)));
    long more = first + second + other - shown;
    if (more > 0) {
      notes.add(
          Show.count(more)
              + " more are in the lake's table result/discordant_patient, which is no result file.");
    }
    return notes;
  }

  private static long sum(List<TidyRow> rows, String column) {
    return rows.stream().mapToLong(row -> row.count(column)).sum();
  }
}
