/**
 * The direct path of Cox regression, for values too varied to collapse: blocks of packed columns
 * stay where they were read, sorted by stratum and time, and every step of the climb passes over
 * them twice.
 *
 * <p>The first pass brings sums of hazard ratios a (stratum, time), which the driver turns into the
 * likelihood and its gradient; the second brings the weighted cross product of the columns, the
 * rest of the information. What travels grows with the number of times and of columns, never with
 * the number of rows.
 *
 * <p>May import: {@code ml.scan}, {@code survival}, Spark.
 */
package org.hepatica.ml.direct;
