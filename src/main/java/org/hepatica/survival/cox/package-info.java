/**
 * Cox's proportional hazards regression and all that R's {@code survival} says about such a model.
 *
 * <p>Rows with frequencies ({@link org.hepatica.survival.cox.CoxData}) become a fit ({@link
 * org.hepatica.survival.cox.CoxFit}) by {@link org.hepatica.survival.cox.CoxRegression}.
 *
 * <p>May import: java, Commons Math and {@code org.hepatica.survival}.
 */
package org.hepatica.survival.cox;
