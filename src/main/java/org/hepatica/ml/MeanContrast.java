package org.hepatica.ml;

import org.hepatica.survival.RestrictedMeanContrast;

/**
 * A group's restricted mean against that of the first group.
 *
 * @param group as R names a stratum
 * @param reference the first group
 * @param contrast difference and ratio, of the group to the reference
 */
public record MeanContrast(String group, String reference, RestrictedMeanContrast contrast) {}
