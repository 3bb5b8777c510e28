/**
 * The direct path of Cox regression, for values too varied to collapse: blocks of packed columns,
 * sorted by stratum and time, and every step of the climb passes over them twice. The first pass
 * brings sums of hazard ratios a (stratum, time), which make the likelihood and its gradient; the
 * second brings the weighted cross product of the columns, the rest of the information.
 *
 * <p>Blocks stay where they were read while these sums travel lightly; of many strata rows go where
 * their stratum is, of nearly as many times as rows to ranges of time, and the sums stay there.
 *
 * <p>May import: {@code ml.scan}, {@code survival}, Spark.
 */
package org.hepatica.ml.direct;
