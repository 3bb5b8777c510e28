package org.hepatica.ml;

import java.util.Optional;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.ProportionalHazardsTest;

/**
 * What is asked of a Cox model.
 *
 * @param options of the fit
 * @param zph the test of proportional hazards, if it is asked for
 * @param concordance whether concordance is asked for
 */
record Wanted(CoxRegression options, Optional<ProportionalHazardsTest> zph, boolean concordance) {}
