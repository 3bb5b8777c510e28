package org.hepatica.portal;

import org.hepatica.genomics.GenomicAllele;

/**
 * An allele as MAF writes it: {@code -} for no base, an insertion between the base before it and
 * the one behind it.
 */
record MafAllele(int start, int end, String type, String reference, String alternate) {

  private static final String[] SUBSTITUTIONS = {"SNP", "DNP", "TNP"};

  static MafAllele of(GenomicAllele allele) {
    String reference = allele.reference();
    String alternate = allele.alternate();
    if (reference.isEmpty()) {
      return new MafAllele(allele.start() - 1, allele.start(), "INS", "-", alternate);
    }
    return new MafAllele(
        allele.start(),
        allele.end(),
        type(reference.length(), alternate.length()),
        reference,
        alternate.isEmpty() ? "-" : alternate);
  }

  private static String type(int reference, int alternate) {
    if (reference != alternate) {
      return reference > alternate ? "DEL" : "INS";
    }
    return reference <= SUBSTITUTIONS.length ? SUBSTITUTIONS[reference - 1] : "ONP";
  }
}
