package org.hepatica.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.survival.Reference.ESTIMATE;
import static org.hepatica.survival.Reference.P_VALUE;
import static org.hepatica.survival.Reference.assertClose;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hepatica.ml.collapse.Limits;
import org.hepatica.ml.show.ShownModel;
import org.hepatica.survival.Reference;
import org.hepatica.survival.cox.SelectionCriterion;
import org.hepatica.survival.cox.SelectionDirection;
import org.hepatica.survival.cox.StepwiseResult;
import org.hepatica.survival.cox.StepwiseSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Selections on datasets are those of R's step: select.R. */
class SelectionSparkTest {

  private static final Reference R = Reference.of("select");
  private static final Limits NOTHING = new Limits(2, 2, 2, 2);
  private static final String VETERAN =
      "Surv(time, event) ~ trt + celltype + karno + diagtime + age + prior + trt:celltype";
  private static final String COLON =
      "Surv(time, event) ~ rx + male + age + obstruct + node4 + strata(surg) + age:node4";

  @ParameterizedTest
  @CsvSource({"veteran,BACKWARD", "veteran,FORWARD", "veteran,BOTH", "colon,BACKWARD"})
  void aicChoosesWhatStepChoosesAndPrints(String data, SelectionDirection direction)
      throws IOException {
    String name = data + " " + direction.name().toLowerCase(Locale.ROOT);
    Selected selected = survival(data).select(StepwiseSelection.withDefaults().with(direction));

    assertReference(name, selected, ESTIMATE);
    String text = ShownModel.of(selected, "Surv(time, event)", "cox()").text();
    assertThat(text).startsWith(printed(name.replace(' ', '-')) + "\nCall:\n");
  }

  private static String printed(String name) throws IOException {
    try (InputStream in =
        SelectionSparkTest.class.getResourceAsStream("/reference/select-" + name + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aWaldPChoosesWhatIsChosenByHand() {
    Survival survival =
        Survival.of(ReferenceTable.of("veteran"))
            .formula("Surv(time, event) ~ trt + celltype + karno + diagtime + age + prior");
    StepwiseSelection byP = StepwiseSelection.withDefaults().with(SelectionCriterion.P_VALUE);

    assertReference("P backward", survival.select(byP), P_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"veteran,AIC,BOTH", "colon,P_VALUE,BACKWARD", "veteran,P_VALUE,FORWARD"})
  void whatIsNotCountedIsSelectedAlike(
      String data, SelectionCriterion criterion, SelectionDirection direction) {
    StepwiseSelection options = StepwiseSelection.withDefaults().with(criterion).with(direction);

    Selected counted = survival(data).select(options);
    Selected direct = survival(data).limits(NOTHING).select(options);

    assertThat(direct.model().path()).isEqualTo(Model.Path.DIRECT);
    assertThat(direct.selection().kept()).isEqualTo(counted.selection().kept());
    assertThat(direct.model().columns()).isEqualTo(counted.model().columns());
    List<StepwiseResult.Step> steps = counted.selection().steps();
    assertThat(direct.selection().steps()).hasSameSizeAs(steps);
    for (int i = 0; i < steps.size(); i++) {
      assertThat(direct.selection().steps().get(i).term()).isEqualTo(steps.get(i).term());
      double value = direct.selection().steps().get(i).value();
      assertClose("step " + i, value, steps.get(i).value(), ESTIMATE);
    }
  }

  private static Survival survival(String data) {
    return Survival.of(ReferenceTable.of(data).repartition(3))
        .formula(data.equals("colon") ? COLON : VETERAN);
  }

  private static void assertReference(String name, Selected selected, double tolerance) {
    Map<String, Double> steps = R.all(name, "steps");
    assertThat(selected.selection().steps())
        .extracting(
            step ->
                (step.action() == StepwiseResult.Action.LEFT ? "- " : "+ ") + step.term().name())
        .containsExactlyElementsOf(steps.keySet());
    for (StepwiseResult.Step step : selected.selection().steps()) {
      String sign = step.action() == StepwiseResult.Action.LEFT ? "- " : "+ ";
      double expected = steps.get(sign + step.term().name());
      assertClose(step.term().name(), step.value(), expected, tolerance);
    }
    Map<String, Double> coefficients = R.all(name, "coef");
    assertThat(selected.model().fit().coefficients())
        .extracting(c -> c.name())
        .containsExactlyInAnyOrderElementsOf(coefficients.keySet());
    coefficients.forEach(
        (term, expected) ->
            assertClose(
                term,
                selected.model().fit().coefficient(term).estimate().orElseThrow().coefficient(),
                expected,
                ESTIMATE));
  }
}
