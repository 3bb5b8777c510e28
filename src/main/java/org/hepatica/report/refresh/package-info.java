/**
 * The page on what a night changed, from the tables of that night alone.
 *
 * <p>May import: report, report.figure, table, protocol.
 */
package org.hepatica.report.refresh;
