/**
 * The collapse: any number of subjects reduced to counts over time, status and the few patterns of
 * their other values, exactly, in one scan.
 *
 * <p>{@link org.hepatica.ml.collapse.PatternCounter} counts a partition into primitive arrays;
 * {@link org.hepatica.ml.collapse.PatternCounts} merge, whatever the partitioning. Data with too
 * many patterns or times say so instead of filling the memory.
 *
 * <p>May import: {@code ml.scan}.
 */
package org.hepatica.ml.collapse;
