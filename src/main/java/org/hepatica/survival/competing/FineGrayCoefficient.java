package org.hepatica.survival.competing;

import java.util.Optional;
import org.hepatica.survival.WaldEstimate;

/**
 * A column of a Fine-Gray model.
 *
 * @param name of the column
 * @param estimate log ratio of subdistribution hazards with its robust standard error; empty if it
 *     cannot be estimated
 * @param reason why it cannot, in words; empty if it can
 */
public record FineGrayCoefficient(String name, Optional<WaldEstimate> estimate, String reason) {}
