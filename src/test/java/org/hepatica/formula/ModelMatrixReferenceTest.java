package org.hepatica.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrix that coxph makes, column by column: model-matrix.R. */
class ModelMatrixReferenceTest {

  private static final Map<ReferenceFile.Case, Map<String, List<String>>> R = ReferenceFile.cases();

  private final List<String> rows = new ArrayList<>();
  private final List<double[]> matrix = new ArrayList<>();
  private final List<String> strata = new ArrayList<>();
  private final List<Double> offsets = new ArrayList<>();

  static Stream<ReferenceFile.Case> formulas() {
    return R.keySet().stream().filter(it -> R.get(it).containsKey("column"));
  }

  @Test
  void thereAreManyFormulas() {
    assertThat(formulas().count()).isGreaterThan(80);
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void everyColumnIsAsInR(ReferenceFile.Case it) {
    Map<String, List<String>> expected = R.get(it);
    SmallTable table = SmallTable.of(it.table());
    Formula formula = Formula.parse(it.formula());
    ModelTerms terms = formula.model(table.schema());
    Set<String> used = new HashSet<>(terms.requiredColumns());
    used.addAll(formula.response().columns());
    ModelMatrix plan = terms.matrix(table.levels(used));

    assertThat(terms.labels()).isEqualTo(expected.get("label"));
    assertThat(plan.names()).isEqualTo(expected.get("column"));
    assertThat(plan.columns().stream().map(column -> "" + (column.term() + 1)))
        .isEqualTo(expected.get("assign"));
    evaluate(table, plan, used);
    assertThat(rows).isEqualTo(expected.get("row"));
    assertColumns(expected.get("values"));
    assertThat(strata).isEqualTo(expected.getOrDefault("stratum", List.of()));
    List<String> offset = expected.getOrDefault("offset", List.of());
    for (int i = 0; i < offset.size(); i++) {
      assertThat(offsets.get(i)).isCloseTo(Double.parseDouble(offset.get(i)), within(1e-14));
    }
  }

  private void evaluate(SmallTable table, ModelMatrix plan, Set<String> used) {
    MatrixRow row = plan.row();
    for (int i = 0; i < table.size(); i++) {
      double[] into = new double[plan.columns().size()];
      RowOutcome outcome = row.evaluate(table.row(i, plan.inputs()), into);
      if (outcome == RowOutcome.COMPLETE && table.complete(i, used)) {
        rows.add("" + (i + 1));
        matrix.add(into);
        offsets.add(row.offset());
        plan.strata().ifPresent(groups -> strata.add(groups.paddedName(row.stratum())));
      }
    }
  }

  private void assertColumns(List<String> columns) {
    for (int j = 0; j < columns.size(); j++) {
      int column = j;
      double[] expected =
          Arrays.stream(columns.get(j).split(";")).mapToDouble(Double::parseDouble).toArray();
      double[] actual = matrix.stream().mapToDouble(values -> values[column]).toArray();
      for (int i = 0; i < expected.length; i++) {
        assertThat(actual[i])
            .as("column %d, row %d", j, i)
            .isCloseTo(expected[i], within(1e-14 * Math.max(1, Math.abs(expected[i]))));
      }
    }
  }
}
