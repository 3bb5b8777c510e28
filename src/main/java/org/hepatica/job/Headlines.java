package org.hepatica.job;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hepatica.protocol.Study;

/** The study's main numbers in a few lines, read from the result files. */
final class Headlines {

  private static final int MOST_RULES = 5;

  private Headlines() {}

  static void print(RunPlan plan, Path results, Progress progress) {
    Study study = plan.study();
    progress.say("");
    progress.say(study.title());
    if (study.syntheticNotice()) {
      progress.say("  (synthetic data: made to reproduce the printed study, evidence of nothing)");
    }
    for (NamedCsvRecord row : rows(results, "cohort_flow")) {
      progress.say("  %8s  %s".formatted(row.getField("n_out"), row.getField("label")));
    }
    eligible(study, results, progress);
    quarantined(results, progress);
    quality(results, progress);
    for (NamedCsvRecord row : rows(results, "survival_summary")) {
      String label = study.endpoints().get(row.getField("endpoint")).label();
      progress.say(
          "  %s, %s: n %s, events %s, median %s years"
              .formatted(
                  label,
                  group(study, row.getField("by"), row.getField("group")),
                  row.getField("n"),
                  row.getField("events"),
                  rounded(row.getField("median_years"), "not reached, in")));
    }
    for (NamedCsvRecord row : rows(results, "cox")) {
      if (row.getField("model").equals("multivariate")) {
        hazardRatio(study, row, progress);
      }
    }
    verdicts(results, progress);
  }

  /** Whom the rules leave of all; those that only mark the analysis set take nobody away. */
  private static void eligible(Study study, Path results, Progress progress) {
    Set<String> marking =
        study.eligibility().stream()
            .filter(Study.Rule::marks)
            .map(Study.Rule::id)
            .collect(Collectors.toSet());
    List<NamedCsvRecord> flow =
        rows(results, "cohort_flow").stream()
            .filter(row -> !marking.contains(row.getField("rule_id")))
            .toList();
    if (!flow.isEmpty()) {
      progress.say(
          "  %s eligible among %s"
              .formatted(
                  flow.get(flow.size() - 1).getField("n_out"), flow.get(0).getField("n_in")));
    }
  }

  private static String counted(long n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  /** Of a record that one table takes, another may not: then a row is withheld, not the record. */
  private static void quarantined(Path results, Progress progress) {
    List<NamedCsvRecord> withheld = rows(results, "quarantine_summary");
    long whole =
        rows(results, "reconciliation").stream()
            .mapToLong(row -> Long.parseLong(row.getField("quarantined")))
            .sum();
    progress.say(
        "  quarantined: %s; of other records %s and %s"
            .formatted(
                counted(whole, "record"),
                counted(count(withheld, "record") - whole, "table row"),
                counted(count(withheld, "cell"), "cell")));
  }

  /** Rules that fail, the gravest first; nothing when all hold. */
  private static void quality(Path results, Progress progress) {
    List<String> lines =
        FailingRules.lines(rows(results, "quality").stream().map(FailingRules::of).toList());
    lines.stream().limit(MOST_RULES).forEach(line -> progress.say("  quality: " + line));
    if (lines.size() > MOST_RULES) {
      progress.say(
          "  quality: and %d rules more, see the report".formatted(lines.size() - MOST_RULES));
    }
  }

  private static long count(List<NamedCsvRecord> withheld, String level) {
    return withheld.stream()
        .filter(row -> row.getField("level").equals(level))
        .mapToLong(row -> Long.parseLong(row.getField("count")))
        .sum();
  }

  /** A group in the words of its groupings' levels: {@code WT+true} is wild-type, HAI. */
  private static String group(Study study, String by, String group) {
    if (by.isEmpty()) {
      return "all";
    }
    String[] groupings = by.split("\\+");
    String[] levels = group.split("\\+");
    List<String> words = new ArrayList<>();
    for (int i = 0; i < groupings.length; i++) {
      words.add(study.groupings().get(groupings[i]).levels().get(levels[i]));
    }
    return String.join(", ", words);
  }

  private static void hazardRatio(Study study, NamedCsvRecord row, Progress progress) {
    progress.say(
        "  %s, %s: hazard ratio %s (%s-%s)"
            .formatted(
                study.endpoints().get(row.getField("endpoint")).label(),
                study.covariates().get(row.getField("term")).label(),
                rounded(row.getField("hazard_ratio"), "none"),
                rounded(row.getField("hazard_ratio_low"), ""),
                rounded(row.getField("hazard_ratio_high"), "")));
  }

  private static void verdicts(Path results, Progress progress) {
    List<NamedCsvRecord> compared = rows(results, "published");
    long agree = compared.stream().filter(r -> r.getField("verdict").equals("agrees")).count();
    long differ = compared.stream().filter(r -> r.getField("verdict").equals("differs")).count();
    if (agree + differ > 0) {
      progress.say("  printed numbers reproduced: %d of %d".formatted(agree, agree + differ));
    }
  }

  private static String rounded(String number, String absent) {
    return number.isEmpty()
        ? absent
        : String.format(Locale.ROOT, "%.2f", Double.parseDouble(number));
  }

  private static List<NamedCsvRecord> rows(Path results, String name) {
    Path file = results.resolve(name + ".csv");
    if (!Files.exists(file)) {
      return List.of();
    }
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
