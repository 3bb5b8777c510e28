package org.hepatica.transform.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hepatica.protocol.Study;
import org.hepatica.protocol.Study.Analysis;
import org.hepatica.protocol.Study.Covariate;
import org.hepatica.protocol.Study.Grouping;
import org.hepatica.survival.Interval;
import org.hepatica.survival.TestResult;
import org.hepatica.survival.WaldEstimate;
import org.hepatica.survival.cox.CoxFit;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.table.Results;

/**
 * A covariate's hazard ratio in everybody and within groups, and whether it differs between them.
 */
final class HazardRatioAnalysis {

  private final Questions questions;
  private final Analysis analysis;
  private final Covariate covariate;
  private final Question whole;
  private final List<Within> within = new ArrayList<>();
  private final Optional<Question> interaction;

  private record Within(Grouping grouping, Question hazardRatio, Question logRank) {}

  HazardRatioAnalysis(Questions questions, Analysis analysis) {
    this.questions = questions;
    this.analysis = analysis;
    Study study = questions.study();
    this.covariate = study.covariates().get(analysis.hazardRatio().orElseThrow());
    Optional<String> endpoint = Optional.of(analysis.endpoint());
    int place = questions.covariate(covariate);
    this.whole = questions.ask(endpoint, List.of(place));
    for (String name : analysis.within()) {
      List<Integer> groups = new ArrayList<>(questions.groupings(analysis.by()));
      int level = questions.grouping(name);
      groups.add(level);
      within.add(
          new Within(
              study.groupings().get(name),
              questions.ask(endpoint, List.of(place, level)),
              questions.ask(endpoint, groups)));
    }
    this.interaction =
        analysis
            .interaction()
            .map(study.covariates()::get)
            .map(other -> questions.ask(endpoint, List.of(place, questions.covariate(other))));
  }

  void write(ResultRows rows) {
    row(rows, "", questions.of(whole), interactionNote());
    for (Within part : within) {
      List<String> levels = List.copyOf(part.grouping().levels().keySet());
      for (int level = 0; level < levels.size(); level++) {
        String name = part.grouping().name() + "=" + levels.get(level);
        row(rows, name, questions.of(part.hazardRatio()).where(1, level), null);
        if (!analysis.by().isEmpty()) {
          CurveAnalysis.logRank(
              rows,
              analysis.endpoint(),
              Groups.name(analysis.by()),
              name,
              questions.of(part.logRank()).where(analysis.by().size(), level),
              Groups.cross(questions.study(), analysis.by()));
        }
      }
    }
  }

  private void row(ResultRows rows, String group, Cells cells, String note) {
    Design design = Design.of(List.of(covariate));
    CoxFit fit = CoxRegression.withDefaults().fit(cells.cox(design));
    Optional<WaldEstimate> found = fit.coefficient(design.names().get(0)).estimate();
    Optional<Interval> interval =
        found.map(estimate -> estimate.hazardRatioInterval(CoxRowWriter.CONFIDENCE));
    rows.add(
        Results.HAZARD_RATIO_BY_GROUP,
        analysis.endpoint(),
        covariate.name(),
        group,
        fit.n(),
        fit.events(),
        found.map(WaldEstimate::hazardRatio).orElse(null),
        interval.map(Interval::low).orElse(null),
        interval.map(Interval::high).orElse(null),
        found.map(WaldEstimate::pValue).orElse(null),
        found.isPresent() ? note : fit.coefficient(design.names().get(0)).status().reason());
  }

  /** The Wald test of the product of both covariates, in words. */
  private String interactionNote() {
    if (interaction.isEmpty()) {
      return null;
    }
    Covariate other = questions.study().covariates().get(analysis.interaction().orElseThrow());
    Design design = Design.withInteraction(covariate, other);
    CoxFit fit = CoxRegression.withDefaults().fit(questions.of(interaction.get()).cox(design));
    Optional<TestResult> test = fit.waldTest(design.terms().get(2).columns());
    String with = "interaction with " + other.name();
    return test.map(t -> with + ": P = " + Rounded.p(t.pValue())).orElse(with + ": no estimate");
  }
}
