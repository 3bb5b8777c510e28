package org.hepatica.transform.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.protocol.Study.Grouping;
import org.hepatica.survival.KaplanMeier;
import org.hepatica.survival.LogRank;
import org.hepatica.survival.LogRankResult;
import org.hepatica.survival.SurvivalCurve;
import org.hepatica.survival.SurvivalPoint;
import org.hepatica.table.Results;
import org.hepatica.transform.survival.Groups.Group;
import org.hepatica.transform.survival.Statistic.Result;
import org.hepatica.transform.survival.Statistic.Value;

/** Numbers of curves and log-rank tests as functions of counts, from the rows that they fill. */
final class CurveStatistics {

  private final Questions questions;
  private final KaplanMeier kaplanMeier;

  CurveStatistics(Questions questions) {
    this.questions = questions;
    kaplanMeier = KaplanMeier.withDefaults().with(CurveAnalysis.confidenceType(questions.study()));
  }

  /** A group's n, events or median. */
  Statistic summary(Result result, Row row) {
    return ofGroup(
        result,
        row,
        switch (result.column()) {
          case Results.N -> cells -> cells.n();
          case Results.EVENTS -> cells -> cells.events();
          default -> cells -> years(curve(cells));
        });
  }

  /** A group's survival at a time. */
  Statistic survival(Result result, Row row) {
    double days = row.<Double>getAs(Results.TIME_YEARS) * CurveAnalysis.DAYS_A_YEAR;
    return ofGroup(
        result,
        row,
        cells ->
            cells.isEmpty()
                ? Double.NaN
                : curve(cells).at(days).map(SurvivalPoint::survival).orElse(Double.NaN));
  }

  /** The P value of a test, within a level of a grouping or in all. */
  Statistic logRank(Result result, Row row) {
    List<String> by = names(row.getAs(Results.BY));
    Optional<Within> within = Within.of(row.getAs(Results.WITHIN), questions.study());
    List<Group> groups = Groups.cross(questions.study(), by);
    List<String> all = new ArrayList<>(by);
    within.ifPresent(one -> all.add(one.grouping().name()));
    return statistic(
        result,
        row,
        all,
        cells -> {
          Cells mine = within.map(one -> cells.where(by.size(), one.level())).orElse(cells);
          LogRankResult test =
              LogRank.withDefaults()
                  .test(groups.stream().map(group -> group.of(mine, 0).survival()).toList());
          return test.df() == 0 ? Double.NaN : test.pValue();
        });
  }

  private Statistic ofGroup(Result result, Row row, ToDoubleFunction<Cells> of) {
    List<String> by = names(row.getAs(Results.BY));
    String name = row.getAs(Results.GROUP);
    Group group =
        Groups.cross(questions.study(), by).stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    return statistic(result, row, by, cells -> of.applyAsDouble(group.of(cells, 0)));
  }

  private Statistic statistic(
      Result result, Row row, List<String> groupings, ToDoubleFunction<Cells> of) {
    Question question =
        questions.askForModel(row.getAs(Results.ENDPOINT), questions.groupings(groupings));
    return new Statistic(result, question, values(groupings, questions.study()), of);
  }

  private static List<Value> values(List<String> groupings, Study study) {
    return groupings.stream().map(study.groupings()::get).map(Within::value).toList();
  }

  private SurvivalCurve curve(Cells cells) {
    return kaplanMeier.fit(cells.survival());
  }

  private static double years(SurvivalCurve curve) {
    Double years = CurveAnalysis.years(curve.median().time());
    return years == null ? Double.NaN : years;
  }

  private static List<String> names(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split("\\" + Groups.JOINED));
  }

  /** A level of a grouping, by place. */
  record Within(Grouping grouping, int level) {

    /** Of a text such as {@code kras=WT}; empty for everybody. */
    static Optional<Within> of(String text, Study study) {
      if (text.isEmpty()) {
        return Optional.empty();
      }
      int equals = text.indexOf('=');
      Grouping grouping = study.groupings().get(text.substring(0, equals));
      return Optional.of(
          new Within(
              grouping,
              List.copyOf(grouping.levels().keySet()).indexOf(text.substring(equals + 1))));
    }

    static Value value(Grouping grouping) {
      return new Value(grouping.name(), List.copyOf(grouping.levels().keySet()));
    }
  }
}
