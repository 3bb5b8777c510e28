/**
 * The survival engine for anyone's dataset: R's formulas, exact results, the data reduced where
 * they lie.
 *
 * <p>{@link org.hepatica.ml.Survival} is the way in. Few patterns are collapsed to counts in one
 * scan ({@code ml.collapse}); many stay in blocks ({@code ml.direct}).
 *
 * <p>May import: Spark SQL and MLlib, {@code survival}, {@code formula}.
 */
package org.hepatica.ml;
