/**
 * Result tables to figures, tables and one self-contained HTML page.
 *
 * <p>Figures are drawn by a chart library, pages by a template library; text is escaped.
 *
 * <p>May import: Spark SQL rows, table, protocol, survival results, JFreeChart, Batik, FreeMarker,
 * FastCSV.
 */
package org.hepatica.report;
