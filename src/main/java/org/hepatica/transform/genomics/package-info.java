/**
 * Platform records to assays, calls and one gene status a patient; how platforms agree and drift,
 * and which variants are found.
 *
 * <p>Relational here; what a call means is asked of the pure ring.
 *
 * <p>May import: Spark SQL, genomics, survival (agreement, tests, intervals of shares), protocol,
 * table, quality.
 */
package org.hepatica.transform.genomics;
