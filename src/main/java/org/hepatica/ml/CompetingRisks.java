package org.hepatica.ml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.formula.Formula;
import org.hepatica.formula.GroupReader;
import org.hepatica.formula.GroupTerms;
import org.hepatica.formula.Grouping;
import org.hepatica.formula.Groups;
import org.hepatica.formula.Schema;
import org.hepatica.ml.collapse.Limits;
import org.hepatica.ml.collapse.PatternCounts;
import org.hepatica.survival.TiedTimes;
import org.hepatica.survival.competing.AalenJohansen;
import org.hepatica.survival.competing.CompetingCounts;
import org.hepatica.survival.competing.GrayTest;

/**
 * Cumulative incidence of a dataset's groups and the test between them. Everything is an exact
 * function of how many subjects of a group and stratum left at a time by a cause.
 */
final class CompetingRisks {

  private final Dataset<Row> data;
  private final Formula formula;
  private final RowMeaning meaning;
  private final Limits limits;

  CompetingRisks(Dataset<Row> data, Formula formula, RowMeaning meaning, Limits limits) {
    this.data = data;
    this.formula = formula;
    this.meaning = meaning;
    this.limits = limits;
  }

  /** Curves of every cause, and Gray's test of every cause. */
  CompetingCurves curves(AalenJohansen options, GrayTest test) {
    Schema schema = Schemas.of(data.schema());
    GroupTerms terms = formula.comparison(schema);
    refuseWeights(terms);
    Causes.checkResponse(data, formula.response());
    Frame frame = Frame.of(data, formula.response(), meaning.after(terms.columns()));
    PatternCounts counts = Collapsed.of(frame, limits);
    counts.tooMany().ifPresent(CompetingRisks::refuse);
    Causes.check(counts.statuses());
    Groups groups = terms.groups(new Observed(counts, frame, data));
    CompetingTally tally = tally(counts, frame, groups);
    if (tally.present().isEmpty()) {
      throw Causes.nobody();
    }
    return curves(tally, groups.groups(), counts, options, test);
  }

  private void refuseWeights(GroupTerms terms) {
    if (meaning.weight().isPresent() || terms.cluster().isPresent()) {
      throw new IllegalArgumentException(
          "case weights and clusters are no part of cumulative incidence; identical subjects are"
              + " counted by a frequency");
    }
  }

  private static void refuse(String what) {
    if (what.equals("statuses")) {
      throw Causes.tooMany();
    }
    throw new IllegalArgumentException("too many " + what + " to compare as groups");
  }

  private CompetingTally tally(PatternCounts counts, Frame frame, Groups groups) {
    CompetingTally tally = new CompetingTally(TiedTimes.among(counts.times()));
    GroupReader group = groups.groups().reader();
    Optional<GroupReader> stratum = groups.strata().map(Grouping::reader);
    for (List<Object> pattern : counts.patterns()) {
      double[] row = Collapsed.row(pattern, groups.inputs(), frame);
      int own = group.group(row);
      int apart = stratum.map(reader -> reader.group(row)).orElse(0);
      if (own >= 0 && apart >= 0) {
        long each = meaning.subjects(pattern, frame.columns());
        counts.forEach(
            pattern,
            (time, cause, n) -> tally.add(apart, own, time, cause, Math.multiplyExact(n, each)));
      }
    }
    return tally;
  }

  private static CompetingCurves curves(
      CompetingTally tally,
      Grouping groups,
      PatternCounts counts,
      AalenJohansen options,
      GrayTest test) {
    List<List<CompetingCounts>> strata = tally.counts();
    List<Integer> present = tally.present();
    List<Integer> causes = Causes.among(counts.statuses());
    List<GroupIncidence> curves = new ArrayList<>();
    for (int cause : causes) {
      for (int g = 0; g < present.size(); g++) {
        curves.add(
            new GroupIncidence(
                groups.name(present.get(g)), options.curve(together(strata, g), cause)));
      }
    }
    boolean compared = present.size() > 1;
    return new CompetingCurves(
        curves,
        compared
            ? causes.stream().map(cause -> test.testStratified(strata, cause)).toList()
            : List.of(),
        counts.missing());
  }

  /** A group of all strata: R's curves know no strata, its test does. */
  private static CompetingCounts together(List<List<CompetingCounts>> strata, int group) {
    CompetingCounts.Builder all = CompetingCounts.builder();
    strata.forEach(stratum -> all.addAll(stratum.get(group)));
    return all.build();
  }
}
