/**
 * What a night changed: two sets of tables, then and now, row by row and result by result.
 *
 * <p>Who moved a result needs the survival counts and is found in {@code transform.survival}; both
 * meet at the table {@code refresh}.
 *
 * <p>May import: Spark SQL, protocol, quality, table.
 */
package org.hepatica.transform.refresh;
