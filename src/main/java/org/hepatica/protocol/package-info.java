/**
 * Configuration as typed immutable records, parsed and validated once: the installation, a centre,
 * a study, its quality rules, where genes lie.
 *
 * <p>Unknown keys fail; every error names file, line, key and remedy. Reads conf files, the genes
 * that come with the program among them, and nothing else.
 *
 * <p>May import: java, Typesafe config, FastCSV for printed numbers, and of {@code genomics} what a
 * codon's bases mean.
 */
package org.hepatica.protocol;
