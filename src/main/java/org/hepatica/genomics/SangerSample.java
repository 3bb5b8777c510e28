package org.hepatica.genomics;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads a sample's Sanger reports; a later report supersedes an earlier one where both looked. */
public final class SangerSample implements SampleReader {

  private static final long serialVersionUID = 1L;

  /**
   * Columns of the report table.
   *
   * @param gene column of the gene, or null when every report is about it
   * @param region column of exons or codons
   * @param result column of the result
   * @param date column of the date
   * @param dateFormats of the date, tried in order
   */
  public record Columns(
      String gene, String region, String result, String date, List<String> dateFormats)
      implements Serializable {}

  private final GenePolicy policy;
  private final Columns columns;

  /** Reads by a policy and the names of the columns. */
  public SangerSample(GenePolicy policy, Columns columns) {
    this.policy = policy;
    this.columns = columns;
  }

  private record Report(Observation row, SangerText text, LocalDate date) {
    Set<Integer> looked(GenePolicy policy) {
      Set<Integer> codons = new TreeSet<>(text.codons());
      policy.codons().stream()
          .filter(codon -> text.variants().stream().anyMatch(v -> v.touches(codon)))
          .forEach(codons::add);
      return codons;
    }
  }

  @Override
  public SampleReading read(List<Observation> observations) {
    List<Report> reports = new ArrayList<>();
    List<Defect> defects = new ArrayList<>();
    for (Observation row : observations) {
      boolean unnamed = columns.gene() != null && row.cell(columns.gene()).isEmpty();
      if (unnamed) {
        defects.add(
            new Defect(
                row.origin(), "no-gene", columns.gene(), null, "the report names no gene; add it"));
      } else if (columns.gene() == null || policy.gene().names(row.cell(columns.gene()))) {
        SangerText text =
            SangerText.read(policy, row.cell(columns.result()), row.cell(columns.region()));
        reports.add(new Report(row, text, date(row.cell(columns.date()))));
      }
    }
    List<Call> calls = new ArrayList<>();
    if (reports.isEmpty()) {
      String why = "no report is about " + policy.symbol();
      return SampleReading.notProfiled(why, null, true, calls, defects);
    }
    List<Report> standing = standing(reports, calls);
    SortedSet<Integer> negative = new TreeSet<>();
    standing.forEach(report -> negative.addAll(read(report, calls, defects)));
    standing.stream()
        .filter(report -> report.text.verdict() == SangerText.Verdict.EQUIVOCAL)
        .forEach(report -> negative.removeAll(report.looked(policy)));
    return SampleReading.of(
        policy, negative, failure(reports), null, true, disputed(calls, standing), defects);
  }

  /** Reports that no later one supersedes; the calls of the others are set aside. */
  private List<Report> standing(List<Report> reports, List<Call> calls) {
    List<Report> standing = new ArrayList<>();
    for (Report report : reports) {
      boolean superseded = reports.stream().anyMatch(later -> supersedes(later, report));
      if (!superseded) {
        standing.add(report);
        continue;
      }
      for (Variant variant : report.text.variants()) {
        calls.add(
            policy
                .judge(variant, CallSupport.STATED, report.row.origin())
                .as(Acceptance.SET_ASIDE, "superseded by a later report"));
      }
    }
    return standing;
  }

  private boolean supersedes(Report later, Report earlier) {
    return later.date != null
        && earlier.date != null
        && later.date.isAfter(earlier.date)
        && later.text.verdict() != SangerText.Verdict.FAILED
        && !earlier.looked(policy).isEmpty()
        && later.looked(policy).containsAll(earlier.looked(policy));
  }

  /** Adds a report's calls; gives the codons that it looked at with success. */
  private Set<Integer> read(Report report, List<Call> calls, List<Defect> defects) {
    Origin origin = report.row.origin();
    SangerText text = report.text;
    switch (text.verdict()) {
      case NEGATIVE, MUTATED -> {
        for (Variant variant : text.variants()) {
          calls.add(policy.judge(variant, CallSupport.STATED, origin));
        }
        return text.codons();
      }
      case EQUIVOCAL -> {
        for (Variant variant : text.variants()) {
          calls.add(policy.judge(variant, CallSupport.STATED.inDoubt("equivocal"), origin));
        }
      }
      case UNREADABLE -> {
        calls.add(Call.unreadable(policy.symbol(), text.reason(), origin));
        defects.add(
            new Defect(
                origin,
                "unreadable-result",
                columns.result(),
                report.row.cell(columns.result()),
                text.reason() + "; write the variant in HGVS or one of the known phrases"));
      }
      case FAILED -> {}
    }
    return Set.of();
  }

  /** Mutations that another standing report of the same codon denies are not accepted. */
  private static List<Call> disputed(List<Call> calls, List<Report> standing) {
    List<Call> result = new ArrayList<>();
    for (Call call : calls) {
      boolean denied =
          call.isAccepted()
              && standing.stream()
                  .filter(report -> report.text.verdict() == SangerText.Verdict.NEGATIVE)
                  .anyMatch(
                      report -> report.text.codons().stream().anyMatch(call.variant()::touches));
      result.add(
          denied
              ? call.as(Acceptance.NOT_ACCEPTED, "another report of the sample says wild-type")
              : call);
    }
    return result;
  }

  private static String failure(List<Report> reports) {
    return reports.stream()
        .map(report -> report.text.reason())
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse("no report says which codons it looked at");
  }

  private LocalDate date(String text) {
    for (String format : columns.dateFormats()) {
      try {
        return LocalDate.parse(text, DateTimeFormatter.ofPattern(format, Locale.ROOT));
      } catch (DateTimeParseException e) {
        continue;
      }
    }
    return null;
  }
}
