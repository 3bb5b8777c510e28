package org.hepatica.ml.show;

import java.util.List;
import java.util.stream.IntStream;
import org.hepatica.survival.cox.SelectionCriterion;
import org.hepatica.survival.cox.StepwiseResult;

/**
 * A step of a selection as it is written.
 *
 * @param step from 1
 * @param action {@code remove} or {@code add}
 * @param term to which term
 * @param pValue Wald's of the term, which decided; null where AIC did
 * @param aic Akaike's criterion of the model after the step
 */
record SelectionStep(int step, String action, String term, Double pValue, Double aic) {

  static List<SelectionStep> of(StepwiseResult result) {
    List<StepwiseResult.Step> steps = result.steps();
    boolean byP = result.criterion() == SelectionCriterion.P_VALUE;
    return IntStream.range(0, steps.size()).mapToObj(i -> of(i + 1, steps.get(i), byP)).toList();
  }

  private static SelectionStep of(int number, StepwiseResult.Step step, boolean byP) {
    boolean entered = step.action() == StepwiseResult.Action.ENTERED;
    return new SelectionStep(
        number,
        entered ? "add" : "remove",
        step.term().name(),
        byP ? Tidy.number(step.value()) : null,
        Tidy.number(step.aic()));
  }
}
