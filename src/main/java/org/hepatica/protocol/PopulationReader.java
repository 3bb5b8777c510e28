package org.hepatica.protocol;

import java.time.LocalDate;
import java.util.List;

/** Who is in a study, and when: period, index operation, eligibility, recurrence sites. */
final class PopulationReader {

  private static final List<String> MARGINS = List.of("R0", "R1", "R2");
  private static final List<String> STAGES = List.of("completing-stage", "first-stage");
  private static final List<String> SITES = List.of("liver", "lung", "other");

  /** What a study without rules takes, so that its flow has a first number too. */
  static final Study.Rule EVERYBODY =
      new Study.Rule("registered", "Patients in the registry", "true", false);

  private PopulationReader() {}

  static Study.Period period(Cursor c) {
    c.need("from");
    c.need("to");
    LocalDate from = c.date("from").orElse(LocalDate.MIN);
    LocalDate to = c.date("to").orElse(LocalDate.MAX);
    if (from.isAfter(to)) {
      c.problem("from", from + " is after to = " + to, "exchange the two");
    }
    return new Study.Period(from, to);
  }

  static Study.IndexOperation indexOperation(Cursor study) {
    return study
        .section(
            "index-operation",
            c ->
                new Study.IndexOperation(
                    c.references(MARGINS, "margins", "margins"),
                    c.oneOf(STAGES, "two-stage", STAGES.get(0))))
        .orElse(new Study.IndexOperation(List.of(), STAGES.get(0)));
  }

  static List<Study.Rule> eligibility(Cursor study) {
    List<Study.Rule> rules =
        study.sections(
            "eligibility",
            c -> {
              String id = c.name("id");
              return new Study.Rule(
                  id,
                  c.text("label", id),
                  c.sql("where", Expression.SUBJECT),
                  c.truth("marks", false));
            });
    Names.distinct(study, "eligibility", rules, Study.Rule::id);
    return rules.isEmpty() ? List.of(EVERYBODY) : rules;
  }

  static Study.RecurrenceSites recurrenceSites(Cursor c, StudyNames names) {
    List<String> order = c.references(SITES, "order", "sites");
    return new Study.RecurrenceSites(
        c.atLeast(0, "window-days", 30),
        c.find("order").isPresent() ? order : List.of("liver", "lung"),
        c.references(names.groupings(), "by", "groupings"));
  }

  static void checkDates(Cursor c, Study study) {
    study
        .period()
        .filter(period -> study.dataCutOff().filter(period.from()::isAfter).isPresent())
        .ifPresent(
            period ->
                c.problem(
                    "data-cut-off",
                    study.dataCutOff().get() + " is before the period",
                    "give a day after " + period.from()));
  }
}
