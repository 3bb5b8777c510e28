package org.hepatica.genomics;

import java.io.Serializable;
import java.util.Map;

/**
 * What a laboratory's Sequenom assay interrogates.
 *
 * @param name of the assay
 * @param gene symbol
 * @param codon it looks at
 * @param wildType reported wild-type allele
 * @param alleles coding change by reported allele
 */
public record TyperAssay(
    String name, String gene, int codon, String wildType, Map<String, String> alleles)
    implements Serializable {}
