/**
 * The study's analyses: the cohort reduced to counts, the counts given to the pure ring, tidy
 * result rows out. The counts are kept, so that a later night adds and takes off what changed.
 *
 * <p>One named class here may collect, and only aggregated states.
 *
 * <p>May import: Spark SQL, survival, ml, protocol, table.
 */
package org.hepatica.transform.survival;
