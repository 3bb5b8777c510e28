/**
 * The generator's own literal tables of alleles, genes and panels.
 *
 * <p>Typed by hand from the literature and not from the package genomics, so that an error there
 * cannot hide behind the same error here.
 */
package org.hepatica.synthetic.allele;
