/**
 * Readers of the genomic platforms' own files: MAF, panels, case lists, Typer, VCF, callable BED.
 *
 * <p>Each reader is listed in {@link org.hepatica.source.platform.PlatformFormats}.
 *
 * <p>May import: source.format, source.text, of genomics the builds, chromosomes, spellings of
 * genes and names of marked cells, of protocol where genes lie.
 */
package org.hepatica.source.platform;
