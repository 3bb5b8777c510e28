/**
 * Covariates and clinical risk scores of each patient, derived from the event tables or taken as
 * delivered.
 *
 * <p>Every rule is a Column expression; cut-offs come from the study.
 *
 * <p>May import: Spark SQL, protocol, table, quality.
 */
package org.hepatica.transform.risk;
