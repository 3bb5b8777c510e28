/**
 * Platform records to assays, calls and one gene status a patient.
 *
 * <p>Relational here; what a call means is asked of the pure ring.
 *
 * <p>May import: Spark SQL, genomics, survival (kappa), protocol, table, quality.
 */
package org.hepatica.transform.genomics;
