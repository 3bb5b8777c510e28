package org.hepatica.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The names of survfit's and survdiff's groups: model-matrix.R. */
class GroupingReferenceTest {

  private static final Map<ReferenceFile.Case, Map<String, List<String>>> R = ReferenceFile.cases();

  static Stream<ReferenceFile.Case> curves() {
    return R.keySet().stream().filter(it -> R.get(it).containsKey("curve"));
  }

  static Stream<ReferenceFile.Case> comparisons() {
    return R.keySet().stream().filter(it -> R.get(it).containsKey("compared"));
  }

  @ParameterizedTest
  @MethodSource("curves")
  void curvesAreNamedAsSurvfitNamesThem(ReferenceFile.Case it) {
    Formula formula = Formula.parse(it.formula());
    SmallTable table = SmallTable.of(it.table());
    GroupTerms terms = formula.curves(table.schema());
    Set<String> used = used(formula, terms);
    Groups groups = terms.groups(table.levels(used));
    assertThat(names(table, groups, groups.groups(), used)).isEqualTo(R.get(it).get("curve"));
    assertThat(groups.strata()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void groupsAndStrataAreNamedAsSurvdiffNamesThem(ReferenceFile.Case it) {
    Formula formula = Formula.parse(it.formula());
    SmallTable table = SmallTable.of(it.table());
    GroupTerms terms = formula.comparison(table.schema());
    Set<String> used = used(formula, terms);
    Groups groups = terms.groups(table.levels(used));
    assertThat(names(table, groups, groups.groups(), used)).isEqualTo(R.get(it).get("compared"));
    List<String> within = R.get(it).getOrDefault("within", List.of());
    assertThat(groups.strata().map(s -> names(table, groups, s, used)).orElse(List.of()))
        .isEqualTo(within);
  }

  private static Set<String> used(Formula formula, GroupTerms terms) {
    Set<String> used = new HashSet<>(terms.requiredColumns());
    used.addAll(formula.response().columns());
    return used;
  }

  /** Of the groups that a used row is in. */
  private static List<String> names(
      SmallTable table, Groups groups, Grouping grouping, Set<String> used) {
    GroupReader reader = grouping.reader();
    Set<Integer> seen = new TreeSet<>();
    for (int i = 0; i < table.size(); i++) {
      int group = reader.group(table.row(i, groups.inputs()));
      if (table.complete(i, used) && group != Grouping.MISSING) {
        seen.add(group);
      }
    }
    return seen.stream().map(grouping::paddedName).toList();
  }
}
