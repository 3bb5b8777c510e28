/**
 * Deliveries of records to the records that count: for how long each does, what it is tied to by
 * identifiers, at which times it has to be looked at, under which identifiers it is taken. And what
 * changed from one night to the next: records, patients, lines of tables.
 *
 * <p>May import: Spark SQL, protocol, table, quality.
 */
package org.hepatica.transform.history;
