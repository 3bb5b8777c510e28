/**
 * Every table once: name, layer, key, columns, types, meaning. The data dictionary is printed from
 * here.
 *
 * <p>Column names are constants of this package; nobody else spells one.
 *
 * <p>Histories, partial dates and shaping are here too, since every room meets tables through them.
 *
 * <p>May import: java and Spark SQL only.
 */
package org.hepatica.table;
