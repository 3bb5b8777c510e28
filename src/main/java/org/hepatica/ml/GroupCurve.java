package org.hepatica.ml;

import org.hepatica.survival.SurvivalCurve;

/**
 * A group's survival curve.
 *
 * @param group as R names a stratum: {@code hai=1, kras=0}; {@code all} without groups
 * @param curve Kaplan-Meier's
 */
public record GroupCurve(String group, SurvivalCurve curve) {}
