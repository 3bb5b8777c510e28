/**
 * Configuration as typed immutable records, parsed and validated once: the installation, a centre,
 * a study, its quality rules.
 *
 * <p>Unknown keys fail; every error names file, line, key and remedy. Reads its own conf files and
 * nothing else.
 *
 * <p>May import: java, Typesafe config, and FastCSV for printed numbers.
 */
package org.hepatica.protocol;
