/**
 * Estimators and tests of survival analysis on arrays and count tables; mergeable states; result
 * records.
 *
 * <p>Data become a state ({@link org.hepatica.survival.SurvivalCounts}, {@link
 * org.hepatica.survival.ValueCounts}) that merges; Cox regression has a package of its own, {@code
 * survival.cox}. A method is an immutable set of options with one verb: {@code
 * KaplanMeier.withDefaults().with(ConfidenceType.LOG_LOG).fit(counts)}. What cannot be estimated is
 * an empty optional or a named status in the result, with a warning in words, never a bare NaN in a
 * record. R's {@code survival} is the reference.
 *
 * <p>No Spark, no I/O: everything here is tested in milliseconds.
 *
 * <p>May import: java and Commons Math only.
 */
package org.hepatica.survival;
