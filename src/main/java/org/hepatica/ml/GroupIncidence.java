package org.hepatica.ml;

import org.hepatica.survival.competing.IncidenceCurve;

/**
 * The cumulative incidence of a cause in a group.
 *
 * @param group as R names a stratum: {@code hai=1, kras=0}; {@code all} without groups
 * @param curve Aalen and Johansen's; without a step where nobody of the group had the cause
 */
public record GroupIncidence(String group, IncidenceCurve curve) {}
