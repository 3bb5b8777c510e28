/**
 * Figures: survival curves with numbers at risk, forest plots, the flow of patients.
 *
 * <p>Each is drawn once, on a {@code Graphics2D}; {@link org.hepatica.report.figure.Images} makes
 * an SVG or a PNG of it. The same drawing gives the same bytes.
 *
 * <p>May import: JFreeChart, Batik, survival results.
 */
package org.hepatica.report.figure;
