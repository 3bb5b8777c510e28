/**
 * Index operation, exposure, eligibility with its flow, and the endpoints as CDISC ADaM ADTTE.
 *
 * <p>Every excluded patient keeps the first rule that excluded them.
 *
 * <p>May import: Spark SQL, protocol, table, quality.
 */
package org.hepatica.transform.cohort;
