package org.hepatica.report;

import static org.hepatica.report.MadeUpStudy.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.survival.KaplanMeier;
import org.hepatica.survival.LogRank;
import org.hepatica.survival.LogRankResult;
import org.hepatica.survival.SurvivalCounts;
import org.hepatica.survival.SurvivalCurve;
import org.hepatica.survival.SurvivalPoint;
import org.hepatica.survival.SurvivalQuantile;
import org.hepatica.table.Results;
import org.hepatica.table.TableDefinition;

/** Curves of exponential times, each analysis drawn anew from a fixed seed. */
final class MadeUpSurvival {

  private static final double YEAR = 365.25;

  private final Study study;
  private final List<Row> km = new ArrayList<>();
  private final List<Row> summary = new ArrayList<>();
  private final List<Row> at = new ArrayList<>();
  private final List<Row> logrank = new ArrayList<>();

  MadeUpSurvival(Study study) {
    this.study = study;
  }

  void addTo(Map<TableDefinition, List<Row>> tables) {
    study.analyses().forEach(this::analyze);
    tables.put(Results.KM, km);
    tables.put(Results.SURVIVAL_SUMMARY, summary);
    tables.put(Results.SURVIVAL_AT, at);
    tables.put(Results.LOGRANK, logrank);
    tables.put(
        Results.FOLLOW_UP,
        List.of(
            row(Results.FOLLOW_UP, "reverse Kaplan-Meier", 6.5, 6.1, 6.9),
            row(Results.FOLLOW_UP, "maximum", 22.9, null, null)));
  }

  private void analyze(Study.Analysis analysis) {
    String by = String.join("+", analysis.by());
    Map<String, SurvivalCounts> groups = groups(analysis);
    groups.forEach((group, counts) -> curve(analysis.endpoint(), by, group, counts));
    if (groups.size() < 2) {
      return;
    }
    LogRankResult test = LogRank.withDefaults().test(List.copyOf(groups.values()));
    test(analysis.endpoint(), by, "", test);
    for (String within : analysis.within()) {
      for (String level : study.groupings().get(within).levels().keySet()) {
        test(analysis.endpoint(), by, within + "=" + level, test);
      }
    }
  }

  private Map<String, SurvivalCounts> groups(Study.Analysis analysis) {
    List<String> names = new ArrayList<>(List.of(""));
    for (String by : analysis.by()) {
      List<String> crossed = new ArrayList<>();
      for (String name : names) {
        study
            .groupings()
            .get(by)
            .levels()
            .keySet()
            .forEach(level -> crossed.add(name.isEmpty() ? level : name + "+" + level));
      }
      names = crossed;
    }
    Map<String, SurvivalCounts> groups = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      double mean = (analysis.endpoint().equals("os") ? 9 : 4) * YEAR / (1 + 0.3 * i);
      groups.put(
          names.get(i).isEmpty() ? "all" : names.get(i), counts(674 / names.size(), mean, i));
    }
    return groups;
  }

  private static SurvivalCounts counts(int n, double mean, int seed) {
    Random random = new Random(41 + seed);
    SurvivalCounts.Builder counts = SurvivalCounts.builder();
    for (int i = 0; i < n; i++) {
      double event = Math.ceil(-Math.log(1 - random.nextDouble()) * mean);
      double censored = Math.ceil((2 + 20 * random.nextDouble()) * YEAR);
      counts.add(Math.min(event, censored), event <= censored, 1);
    }
    return counts.build();
  }

  private void curve(String endpoint, String by, String group, SurvivalCounts counts) {
    SurvivalCurve curve = KaplanMeier.withDefaults().fit(counts);
    for (int i = 0; i < curve.size(); i++) {
      km.add(
          row(
              Results.KM,
              endpoint,
              by,
              group,
              (int) curve.time()[i],
              curve.nRisk()[i],
              curve.nEvent()[i],
              curve.nCensor()[i],
              curve.survival()[i],
              some(curve.stdError()[i]),
              some(curve.confLow()[i]),
              some(curve.confHigh()[i])));
    }
    SurvivalQuantile median = curve.median();
    summary.add(
        row(
            Results.SURVIVAL_SUMMARY,
            endpoint,
            by,
            group,
            curve.n(),
            curve.events(),
            years(median.time()),
            years(median.confLow()),
            years(median.confHigh()),
            null));
    study
        .timesYears()
        .forEach(t -> curve.at(t * YEAR).ifPresent(p -> at(endpoint, by, group, t, p)));
  }

  private void at(String endpoint, String by, String group, double time, SurvivalPoint p) {
    at.add(
        row(
            Results.SURVIVAL_AT,
            endpoint,
            by,
            group,
            time,
            p.nRisk(),
            p.survival(),
            p.stdError().orElse(0),
            p.confLow().orElse(0),
            p.confHigh().orElse(1)));
  }

  private void test(String endpoint, String by, String within, LogRankResult test) {
    long n = test.n().stream().mapToLong(Long::longValue).sum();
    logrank.add(
        row(
            Results.LOGRANK,
            endpoint,
            by,
            within,
            n,
            test.statistic(),
            test.df(),
            test.pValue(),
            null));
  }

  private static Double years(OptionalDouble days) {
    return days.isPresent() ? days.getAsDouble() / YEAR : null;
  }

  private static Double some(double value) {
    return Double.isNaN(value) ? null : Double.valueOf(value);
  }
}
