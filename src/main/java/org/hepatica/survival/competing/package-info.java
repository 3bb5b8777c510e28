/**
 * Competing risks: several causes end follow-up, and one at most can be seen. Cumulative incidence,
 * Gray's test, the Fine-Gray model. R's {@code cmprsk} is the reference.
 *
 * <p>Causes are numbers from 1, censoring is 0. For hazards specific to a cause nothing new is
 * needed: recode every other cause as censored ({@link
 * org.hepatica.survival.competing.CompetingCounts#causeSpecific}, or the event column of a Cox
 * model) and take the log-rank test or the Cox model as they are. A curve of Kaplan and Meier of
 * such data does not estimate a probability of the cause: that is the cumulative incidence.
 *
 * <p>May import: java, {@code org.hepatica.survival}, {@code survival.cox} (its mergeable table of
 * sums, why a column has no coefficient) and Commons Math only.
 */
package org.hepatica.survival.competing;
