/**
 * The commands: parse, wire, run, print. The only place that makes a SparkSession.
 *
 * <p>Thin: a rule of the study or of a table found here is in the wrong room. Nothing imports this
 * package.
 *
 * <p>May import: everything.
 */
package org.hepatica.job;
