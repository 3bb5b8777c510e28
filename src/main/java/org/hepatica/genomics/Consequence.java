package org.hepatica.genomics;

import java.util.Locale;
import java.util.Map;

/** What a variant does to the protein. */
public enum Consequence {
  /** Another amino acid. */
  MISSENSE("missense", true),
  /** A stop. */
  NONSENSE("nonsense", true),
  /** The stop or the start is lost. */
  STOP_OR_START_LOST("stop or start lost", true),
  /** Amino acids inserted, deleted or replaced, in frame. */
  IN_FRAME("in-frame", true),
  /** The frame is shifted. */
  FRAMESHIFT("frameshift", true),
  /** A splice site is hit. */
  SPLICE("splice", true),
  /** The same amino acid. */
  SILENT("silent", false),
  /** Outside the coding sequence. */
  NON_CODING("non-coding", false),
  /** Unknown: it may change the protein, so it never reads as wild-type. */
  UNKNOWN("unknown", true);

  private static final Map<String, Consequence> CLASSIFICATIONS =
      Map.ofEntries(
          Map.entry("missense_mutation", MISSENSE),
          Map.entry("nonsense_mutation", NONSENSE),
          Map.entry("nonstop_mutation", STOP_OR_START_LOST),
          Map.entry("translation_start_site", STOP_OR_START_LOST),
          Map.entry("in_frame_del", IN_FRAME),
          Map.entry("in_frame_ins", IN_FRAME),
          Map.entry("frame_shift_del", FRAMESHIFT),
          Map.entry("frame_shift_ins", FRAMESHIFT),
          Map.entry("splice_site", SPLICE),
          Map.entry("silent", SILENT),
          Map.entry("splice_region", NON_CODING),
          Map.entry("intron", NON_CODING),
          Map.entry("3'utr", NON_CODING),
          Map.entry("5'utr", NON_CODING),
          Map.entry("3'flank", NON_CODING),
          Map.entry("5'flank", NON_CODING),
          Map.entry("igr", NON_CODING),
          Map.entry("rna", NON_CODING));

  /** Terms of the Sequence Ontology, as annotators write them. */
  private static final Map<String, Consequence> TERMS =
      Map.ofEntries(
          Map.entry("missense_variant", MISSENSE),
          Map.entry("stop_gained", NONSENSE),
          Map.entry("stop_lost", STOP_OR_START_LOST),
          Map.entry("start_lost", STOP_OR_START_LOST),
          Map.entry("initiator_codon_variant", STOP_OR_START_LOST),
          Map.entry("inframe_insertion", IN_FRAME),
          Map.entry("inframe_deletion", IN_FRAME),
          Map.entry("frameshift_variant", FRAMESHIFT),
          Map.entry("splice_acceptor_variant", SPLICE),
          Map.entry("splice_donor_variant", SPLICE),
          Map.entry("synonymous_variant", SILENT),
          Map.entry("stop_retained_variant", SILENT),
          Map.entry("splice_region_variant", NON_CODING),
          Map.entry("intron_variant", NON_CODING),
          Map.entry("3_prime_utr_variant", NON_CODING),
          Map.entry("5_prime_utr_variant", NON_CODING),
          Map.entry("upstream_gene_variant", NON_CODING),
          Map.entry("downstream_gene_variant", NON_CODING),
          Map.entry("intergenic_variant", NON_CODING),
          Map.entry("non_coding_transcript_exon_variant", NON_CODING));

  private final String label;
  private final boolean changesProtein;

  Consequence(String label, boolean changesProtein) {
    this.label = label;
    this.changesProtein = changesProtein;
  }

  /** As tables write it. */
  public String label() {
    return label;
  }

  /** Whether it changes the protein, or may. */
  public boolean changesProtein() {
    return changesProtein;
  }

  /** The consequence of a label. */
  public static Consequence of(String label) {
    for (Consequence consequence : values()) {
      if (consequence.label.equals(label)) {
        return consequence;
      }
    }
    throw new IllegalArgumentException("no consequence is called '" + label + "'");
  }

  /**
   * The meaning of terms by commas or ampersands: of several the first that changes the protein,
   * else the first; of a term that is not known, or of none, {@link #UNKNOWN}.
   */
  public static Consequence ofTerms(String text) {
    Consequence first = null;
    for (String term : text.trim().toLowerCase(Locale.ROOT).split("[,&]")) {
      Consequence meaning = TERMS.getOrDefault(term.trim(), UNKNOWN);
      if (meaning.changesProtein) {
        return meaning;
      }
      first = first == null ? meaning : first;
    }
    return first;
  }

  /** The meaning of a MAF's Variant_Classification. */
  public static Consequence ofClassification(String text) {
    return CLASSIFICATIONS.getOrDefault(text.trim().toLowerCase(Locale.ROOT), UNKNOWN);
  }
}
