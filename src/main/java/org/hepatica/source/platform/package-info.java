/**
 * Readers of the genomic platforms' own files: MAF, panels, case lists, Typer, VCF, callable BED.
 *
 * <p>Each reader is listed in {@link org.hepatica.source.platform.PlatformFormats}.
 *
 * <p>May import: source.format, source.text, and of genomics the known loci and the names of marked
 * cells.
 */
package org.hepatica.source.platform;
