/**
 * Fine and Gray's model of data too varied to collapse: subjects stay in blocks where they were
 * read, and every step of the climb passes over them twice.
 *
 * <p>The first pass brings sums of hazard ratios a time, which the driver turns into the likelihood
 * and its gradient; the second brings the weighted cross product of the columns, the rest of the
 * information. A last pass sums the squares of the score's residuals. What travels grows with the
 * number of times and of columns, never with the number of rows.
 *
 * <p>May import: {@code ml.scan}, {@code survival}, Spark.
 */
package org.hepatica.ml.competing;
