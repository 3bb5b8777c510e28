package org.hepatica.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixRowTest {

  private static final SmallTable PEOPLE = SmallTable.of("people");

  private static ModelTerms terms(String right) {
    return Formula.parse("Surv(time, status) ~ " + right).model(PEOPLE.schema());
  }

  private static ModelMatrix matrix(String right) {
    return terms(right).matrix(PEOPLE.levels(List.of()));
  }

  private static RowOutcome outcome(String right, double... row) {
    ModelMatrix matrix = matrix(right);
    return matrix.row().evaluate(row, new double[matrix.columns().size()]);
  }

  @Test
  void theLogOfZeroIsAnInfinitePredictorByName() {
    ModelMatrix matrix = matrix("sex + log(nodes)");
    MatrixRow row = matrix.row();
    assertThat(row.evaluate(new double[] {0, 0}, new double[2])).isEqualTo(RowOutcome.INFINITE);
    assertThat(row.infiniteColumn().name()).isEqualTo("log(nodes)");
  }

  @Test
  void aZeroIndicatorDoesNotHideAnInfiniteNumber() {
    assertThat(outcome("log(nodes):sex", 0, 1)).isEqualTo(RowOutcome.INFINITE);
  }

  @Test
  void theLogOfANegativeNumberIsMissing() {
    assertThat(outcome("log(nodes)", -1)).isEqualTo(RowOutcome.MISSING);
  }

  @Test
  void anInfiniteOffsetIsNamed() {
    assertThat(outcome("age + offset(log(nodes))", 60, 0)).isEqualTo(RowOutcome.INFINITE_OFFSET);
    assertThat(outcome("age + offset(nodes)", 60, 1000)).isEqualTo(RowOutcome.INFINITE_OFFSET);
    assertThat(outcome("age + offset(log(nodes))", 60, -1)).isEqualTo(RowOutcome.MISSING);
  }

  @Test
  void aMissingStratumDropsTheRow() {
    assertThat(outcome("age + strata(center)", 60, Double.NaN)).isEqualTo(RowOutcome.MISSING);
  }

  @Test
  void aLevelNotSeenBeforeIsNamed() {
    assertThat(outcome("sex", -1)).isEqualTo(RowOutcome.UNKNOWN_LEVEL);
    assertThat(outcome("factor(center)", 3)).isEqualTo(RowOutcome.UNKNOWN_LEVEL);
    assertThat(outcome("age + strata(center)", 60, 3)).isEqualTo(RowOutcome.UNKNOWN_LEVEL);
    assertThat(outcome("age + strata(sex, center) + strata(hai)", 60, 1, 3, 0))
        .isEqualTo(RowOutcome.UNKNOWN_LEVEL);
    assertThat(outcome("age + strata(sex, center) + strata(hai)", 60, -1, Double.NaN, 0))
        .isEqualTo(RowOutcome.MISSING);
    assertThat(outcome("sex", Double.NaN)).isEqualTo(RowOutcome.MISSING);
  }

  @Test
  void aTextThatNoRowHasIsUnlikeAnyOther() {
    double[] into = new double[1];
    MatrixRow row = matrix("I(sex == \"none\")").row();
    assertThat(row.evaluate(new double[] {-1}, into)).isEqualTo(RowOutcome.COMPLETE);
    assertThat(into).containsExactly(0);
  }

  @Test
  void logicIsThreeValuedAsInR() {
    double none = Double.NaN;
    assertThat(outcome("I(hai & age > 60)", 0, none)).isEqualTo(RowOutcome.COMPLETE);
    assertThat(outcome("I(hai & age > 60)", 1, none)).isEqualTo(RowOutcome.MISSING);
    assertThat(outcome("I(hai | age > 60)", 1, none)).isEqualTo(RowOutcome.COMPLETE);
    assertThat(outcome("I(hai | age > 60)", 0, none)).isEqualTo(RowOutcome.MISSING);
    assertThat(outcome("I(age %in% 60)", none)).isEqualTo(RowOutcome.COMPLETE);
    assertThat(outcome("I(age^0)", none)).isEqualTo(RowOutcome.COMPLETE);
  }

  @Test
  void aColumnThatIsAnInputSaysSo() {
    ModelMatrix matrix = matrix("sex + age + I(age^2) + sex:age");
    assertThat(matrix.plainInput(0)).isEmpty();
    assertThat(matrix.plainInput(1)).hasValue(1);
    assertThat(matrix.plainInput(2)).isEmpty();
    assertThat(matrix.plainInput(3)).isEmpty();
    assertThat(matrix.inputs().get(1).column()).isEqualTo("age");
  }

  @Test
  void variablesTellHowManyValuesTheyTake() {
    List<ModelVariable> variables = matrix("stage + age + I(age > 60)").variables();
    assertThat(variables.get(0).distinct()).hasValue(5);
    assertThat(variables.get(0).levels()).containsExactly("A10", "A2", "B", "a", "b");
    assertThat(variables.get(1).distinct()).isEmpty();
    assertThat(variables.get(2).distinct()).hasValue(2);
    assertThat(variables.get(2).inputs()).containsExactly(1);
  }

  @Test
  void levelsAreAskedOfTheRowsThatRLooksAt() {
    assertThat(terms("sex + factor(center) + age + hai + strata(kras)").levelNeeds())
        .containsExactlyInAnyOrder(
            new LevelNeed("sex", LevelNeed.Rows.USED),
            new LevelNeed("center", LevelNeed.Rows.ALL),
            new LevelNeed("kras", LevelNeed.Rows.USED));
    assertThat(terms("age + log(nodes)").levelNeeds()).isEmpty();
  }

  @Test
  void aRowWithAMissingValueIsDroppedAlsoForATermTakenOutAgain() {
    assertThat(terms("age + kras - kras").requiredColumns()).containsExactly("age", "kras");
    assertThat(terms("age + kras - kras + cluster(center)").requiredColumns())
        .containsExactly("age", "center");
    assertThat(terms("I(hai | age > 60)").requiredColumns()).isEmpty();
    assertThat(terms("I(hai | age > 60)").columns()).containsExactly("hai", "age");
  }

  @Test
  void theMatrixTravels() throws IOException, ClassNotFoundException {
    ModelMatrix matrix = matrix("sex * I(age^2) + factor(center) + strata(hai) + offset(kras)");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(matrix);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      ModelMatrix read = (ModelMatrix) in.readObject();
      assertThat(read.names()).isEqualTo(matrix.names());
      double[] into = new double[read.columns().size()];
      double[] row = PEOPLE.row(0, read.inputs());
      assertThat(read.row().evaluate(row, into)).isEqualTo(RowOutcome.COMPLETE);
      assertThat(into).contains(61.5 * 61.5);
    }
  }

  @Test
  void textsStandInCodePointOrder() {
    // A surrogate pair comes after U+FF5E in UTF-8, before it in Java's own order.
    Input input = new Input("x", ColumnType.TEXT, List.of("\uff5e", "\ud83d\ude00"));
    assertThat(input.placeOf("\uff5e")).isEqualTo(0);
    assertThat(input.placeOf("\ud83d\ude00")).isEqualTo(1);
    assertThat(input.placeOf("other")).isEqualTo(-1);
    assertThat(input.placeOf(null)).isNaN();
  }
}
