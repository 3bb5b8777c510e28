package org.hepatica.portal;

import java.util.Locale;
import java.util.Optional;
import org.hepatica.genomics.Consequence;
import org.hepatica.genomics.GenomicAllele;

/** MAF's word for what a variant does. */
final class Classification {

  private Classification() {}

  /**
   * The word of Variant_Classification.
   *
   * @param consequence as {@code gold/assay_call} has it
   * @param change protein or coding change, which tells an insertion from a deletion
   * @param allele where it is known, which tells better
   */
  static String of(String consequence, String change, Optional<GenomicAllele> allele) {
    int added =
        allele
            .map(each -> each.alternate().length() - each.reference().length())
            .orElseGet(() -> added(change.toLowerCase(Locale.ROOT)));
    return switch (Consequence.of(consequence)) {
      case MISSENSE -> "Missense_Mutation";
      case NONSENSE -> "Nonsense_Mutation";
      case STOP_OR_START_LOST ->
          change.startsWith("*") ? "Nonstop_Mutation" : "Translation_Start_Site";
      case IN_FRAME ->
          added == 0 ? "Missense_Mutation" : added > 0 ? "In_Frame_Ins" : "In_Frame_Del";
      case FRAMESHIFT -> added == 0 ? "Unknown" : added > 0 ? "Frame_Shift_Ins" : "Frame_Shift_Del";
      case SPLICE -> "Splice_Site";
      case SILENT -> "Silent";
      case NON_CODING -> "Intron";
      case UNKNOWN -> "Unknown";
    };
  }

  /** By the words alone; a replacement of unknown length is neither. */
  private static int added(String change) {
    if (change.contains("delins")) {
      return 0;
    }
    return change.contains("del") ? -1 : change.contains("ins") || change.contains("dup") ? 1 : 0;
  }
}
