/**
 * The calibrated population of the synthetic registry: panels of patients whose counts, curves and
 * effects are those of the published study. Constants stand in {@code Cell}, {@code Arm}, {@code
 * Predictor} and {@code FollowUp}; the method in {@code methods/synthetic-registry.md}.
 *
 * <p>May import: nothing but Java.
 */
package org.hepatica.synthetic.plan;
