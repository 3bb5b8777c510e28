package org.hepatica.ml;

import java.util.List;
import org.hepatica.survival.cox.StepwiseResult;

/**
 * A Cox model whose terms were selected.
 *
 * @param model of the terms that stayed
 * @param selection what entered and left, and what was weighed
 * @param written labels of the formula's terms, with strata and offsets in their places
 * @param staying labels of strata and offsets, which no selection removes
 */
public record Selected(
    Model model, StepwiseResult selection, List<String> written, List<String> staying) {

  /** Copies the lists. */
  public Selected {
    staying = List.copyOf(staying);
    written = List.copyOf(written);
  }
}
