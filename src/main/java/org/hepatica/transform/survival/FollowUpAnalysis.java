package org.hepatica.transform.survival;

import static org.hepatica.transform.survival.CurveAnalysis.DAYS_A_YEAR;

import java.util.List;
import java.util.Optional;
import org.hepatica.survival.KaplanMeier;
import org.hepatica.survival.SurvivalQuantile;
import org.hepatica.survival.ValueCounts;
import org.hepatica.table.Results;

/** How long subjects were followed, by the measures in use, since reports seldom say which. */
final class FollowUpAnalysis {

  private final Questions questions;
  private final Question question;

  FollowUpAnalysis(Questions questions, String endpoint) {
    this.questions = questions;
    this.question = questions.ask(Optional.of(endpoint), List.of());
  }

  void write(ResultRows rows) {
    Cells cells = questions.of(question);
    if (cells.isEmpty()) {
      return;
    }
    SurvivalQuantile reverse =
        KaplanMeier.withDefaults()
            .with(CurveAnalysis.confidenceType(questions.study()))
            .fit(cells.survival().reversed())
            .median();
    rows.add(
        Results.FOLLOW_UP,
        "reverse Kaplan-Meier",
        CurveAnalysis.years(reverse.time()),
        CurveAnalysis.years(reverse.confLow()),
        CurveAnalysis.years(reverse.confHigh()));
    ValueCounts observed = cells.times();
    median(rows, "observed", observed);
    median(rows, "survivors", cells.where(cell -> !cell.event()).times());
    double maximum = observed.quantile(1).orElseThrow() / DAYS_A_YEAR;
    rows.add(Results.FOLLOW_UP, "maximum", maximum, null, null);
  }

  private static void median(ResultRows rows, String measure, ValueCounts times) {
    rows.add(Results.FOLLOW_UP, measure, CurveAnalysis.years(times.median()), null, null);
  }
}
