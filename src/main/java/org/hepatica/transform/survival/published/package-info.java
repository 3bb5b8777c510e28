/**
 * A paper's printed numbers held against a study's results, and against each other.
 *
 * <p>Works on result rows that exist already; computes nothing of the study itself.
 *
 * <p>May import: Spark SQL rows, Commons Math, protocol, table.
 */
package org.hepatica.transform.survival.published;
