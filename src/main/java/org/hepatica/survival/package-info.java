/**
 * Estimators, tests and models of survival analysis on arrays and count tables; mergeable states;
 * result records.
 *
 * <p>No Spark, no I/O: everything here is tested in milliseconds.
 *
 * <p>May import: java and Commons Math only.
 */
package org.hepatica.survival;
