package org.hepatica.ml;

import org.hepatica.survival.cox.StepwiseResult;

/**
 * A Cox model whose terms were selected.
 *
 * @param model of the terms that stayed
 * @param selection what entered and left, and what was weighed
 */
public record Selected(Model model, StepwiseResult selection) {}
