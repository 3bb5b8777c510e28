package org.hepatica.ml;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.formula.Formula;
import org.hepatica.formula.GroupTerms;
import org.hepatica.formula.Grouping;
import org.hepatica.formula.Schema;
import org.hepatica.ml.collapse.Limits;
import org.hepatica.ml.collapse.PatternCounts;
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
    PatternCounts patterns = Collapsed.of(frame, limits);
    if (patterns.tooMany().filter("statuses"::equals).isPresent()) {
      throw Causes.tooMany();
    }
    GroupedSubjects grouped = GroupedSubjects.of(data, frame, terms, meaning, patterns);
    GroupedCounts counts = grouped.counts();
    Causes.check(counts.statuses());
    return curves(CompetingTally.of(counts), grouped.groups().groups(), counts, options, test);
  }

  private void refuseWeights(GroupTerms terms) {
    if (meaning.weight().isPresent() || terms.cluster().isPresent()) {
      throw new IllegalArgumentException(
          "case weights and clusters are no part of cumulative incidence; identical subjects are"
              + " counted by a frequency");
    }
  }

  private static CompetingCurves curves(
      CompetingTally tally,
      Grouping groups,
      GroupedCounts counts,
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
