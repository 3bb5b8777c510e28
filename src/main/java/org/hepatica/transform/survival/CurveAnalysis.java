package org.hepatica.transform.survival;

import static org.hepatica.transform.survival.ResultRows.finiteOrNull;
import static org.hepatica.transform.survival.ResultRows.orNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hepatica.protocol.Study;
import org.hepatica.survival.ConfidenceType;
import org.hepatica.survival.KaplanMeier;
import org.hepatica.survival.LogRank;
import org.hepatica.survival.LogRankResult;
import org.hepatica.survival.SurvivalCurve;
import org.hepatica.survival.SurvivalPoint;
import org.hepatica.survival.SurvivalQuantile;
import org.hepatica.table.Results;
import org.hepatica.transform.survival.Groups.Group;

/** Curves of an endpoint by groupings, their medians, survival at times, and the log-rank test. */
final class CurveAnalysis {

  static final double DAYS_A_YEAR = 365.25;

  private final Questions questions;
  private final String endpoint;
  private final List<String> by;
  private final Question question;

  CurveAnalysis(Questions questions, String endpoint, List<String> by) {
    this.questions = questions;
    this.endpoint = endpoint;
    this.by = by;
    this.question = questions.ask(Optional.of(endpoint), questions.groupings(by));
  }

  void write(ResultRows rows) {
    Study study = questions.study();
    Cells cells = questions.of(question);
    KaplanMeier kaplanMeier = KaplanMeier.withDefaults().with(confidenceType(study));
    List<Group> groups = Groups.cross(study, by);
    for (Group group : groups) {
      Cells mine = group.of(cells, 0);
      if (!mine.isEmpty()) {
        SurvivalCurve curve = kaplanMeier.fit(mine.survival());
        steps(rows, group.name(), curve);
        summary(rows, group.name(), curve);
        study.timesYears().forEach(years -> at(rows, group.name(), curve, years));
      }
    }
    if (groups.size() > 1) {
      logRank(rows, endpoint, Groups.name(by), "", cells, groups);
    }
  }

  /** The test between groups of some cells, whose levels are the cells' values from place 0 on. */
  static void logRank(
      ResultRows rows, String endpoint, String by, String within, Cells cells, List<Group> groups) {
    LogRankResult test =
        LogRank.withDefaults()
            .test(groups.stream().map(group -> group.of(cells, 0).survival()).toList());
    boolean none = test.df() == 0;
    rows.add(
        Results.LOGRANK,
        endpoint,
        by,
        within,
        cells.n(),
        none ? null : test.statistic(),
        none ? null : test.df(),
        none ? null : test.pValue(),
        test.warnings().isEmpty() ? null : String.join("; ", test.warnings()));
  }

  static ConfidenceType confidenceType(Study study) {
    String name = study.confidenceType().toUpperCase(Locale.ROOT).replace('-', '_');
    return ConfidenceType.valueOf(name);
  }

  private void steps(ResultRows rows, String group, SurvivalCurve curve) {
    // Each call copies an array.
    double[] time = curve.time();
    long[] risk = curve.nRisk();
    long[] events = curve.nEvent();
    long[] censored = curve.nCensor();
    double[] survival = curve.survival();
    double[] error = curve.stdError();
    double[] low = curve.confLow();
    double[] high = curve.confHigh();
    for (int i = 0; i < time.length; i++) {
      rows.add(
          Results.KM,
          endpoint,
          Groups.name(by),
          group,
          (int) time[i],
          risk[i],
          events[i],
          censored[i],
          survival[i],
          finiteOrNull(error[i]),
          finiteOrNull(low[i]),
          finiteOrNull(high[i]));
    }
  }

  private void summary(ResultRows rows, String group, SurvivalCurve curve) {
    SurvivalQuantile median = curve.median();
    rows.add(
        Results.SURVIVAL_SUMMARY,
        endpoint,
        Groups.name(by),
        group,
        curve.n(),
        curve.events(),
        years(median.time()),
        years(median.confLow()),
        years(median.confHigh()),
        median.time().isPresent() ? null : "median " + SurvivalQuantile.NOT_REACHED);
  }

  private void at(ResultRows rows, String group, SurvivalCurve curve, double years) {
    Optional<SurvivalPoint> found = curve.at(years * DAYS_A_YEAR);
    if (found.isPresent()) {
      SurvivalPoint point = found.get();
      rows.add(
          Results.SURVIVAL_AT,
          endpoint,
          Groups.name(by),
          group,
          years,
          point.nRisk(),
          point.survival(),
          orNull(point.stdError()),
          orNull(point.confLow()),
          orNull(point.confHigh()));
    }
  }

  static Double years(OptionalDouble days) {
    return days.isPresent() ? days.getAsDouble() / DAYS_A_YEAR : null;
  }
}
