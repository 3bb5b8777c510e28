/**
 * Every table once: name, layer, key, columns, types, meaning. The data dictionary is printed from
 * here.
 *
 * <p>Column names are constants of this package; nobody else spells one.
 *
 * <p>May import: java and Spark SQL types only.
 */
package org.hepatica.table;
