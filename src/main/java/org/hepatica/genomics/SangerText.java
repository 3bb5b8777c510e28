package org.hepatica.genomics;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the result and the region of a laboratory report.
 *
 * @param verdict what the report says
 * @param variants it names
 * @param codons configured codons it looked at
 * @param reason why there is no usable result, or null
 */
record SangerText(Verdict verdict, List<Variant> variants, Set<Integer> codons, String reason) {

  /** What a report says. */
  enum Verdict {
    NEGATIVE,
    MUTATED,
    FAILED,
    EQUIVOCAL,
    UNREADABLE
  }

  private static final Pattern NEGATION =
      Pattern.compile(
          "\\bWT\\b|WILD[ -]?TYPE|\\bNEGATIVE\\b|\\bNO\\b.*\\b(?:MUTATIONS?|VARIANTS?|CHANGES?)\\b"
              + "|\\bNOT (?:DETECTED|MUTATED|FOUND)\\b|\\bUNMUTATED\\b|\\bNORMAL SEQUENCE\\b");

  private static final Pattern FAILURE =
      Pattern.compile(
          "FAIL|INSUFFICIENT|INADEQUATE|NOT EVALUABLE|NOT INTERPRETABLE|UNINTERPRETABLE|NO RESULT"
              + "|NO AMPLIF|NOT AMPLIF|QNS|NOT DONE|NOT PERFORMED|CANCEL|LOW DNA|POOR QUALITY"
              + "|UNSUCCESSFUL|PENDING");

  private static final Pattern DOUBT =
      Pattern.compile(
          "EQUIVOCAL|INDETERMINATE|INCONCLUSIVE|POSSIBL|SUSPICIOUS|CANNOT|LOW[ -]LEVEL|BORDERLINE"
              + "|UNCERTAIN|SUSPECT|\\?$");

  private static final Pattern FILLER =
      Pattern.compile(
          "MUTATIONS?|MUTATED|MUTANT|MUT|DETECTED|POSITIVE|FOUND|HETEROZYGOUS|HET|HOMOZYGOUS|HOM"
              + "|SOMATIC|VARIANTS?|PRESENT|IN|OF|THE|A|GENE|EXONS?|CODONS?|[0-9]+|MISSENSE|FOR|SEQUENCE");

  private static final Pattern REGION =
      Pattern.compile("\\b(EXON|CODON|EX|CD)S?\\.?\\s*([0-9][0-9\\s,/&+;AND\u2013-]*)");

  private static final Pattern NUMBERS =
      Pattern.compile("(?<!\\d)(\\d{1,6})(?:\\s*[-\u2013]\\s*(\\d{1,6}))?(?!\\d)");

  static SangerText read(GenePolicy policy, String result, String region) {
    String text = result.trim().toUpperCase(Locale.ROOT);
    VariantText variants = VariantText.read(policy.gene(), text);
    Set<Integer> codons = codons(policy, region);
    if (codons.isEmpty()) {
      codons = codons(policy, text);
    }
    if (text.isEmpty()) {
      return new SangerText(Verdict.FAILED, List.of(), codons, "the report has no result");
    }
    boolean negated = NEGATION.matcher(text).find();
    if (!variants.defects().isEmpty()) {
      return unreadable(codons, String.join("; ", variants.defects()));
    }
    if (DOUBT.matcher(text).find()) {
      return new SangerText(Verdict.EQUIVOCAL, variants.variants(), codons, "equivocal");
    }
    if (!variants.variants().isEmpty()) {
      return mutated(variants, codons, negated);
    }
    if (FAILURE.matcher(text).find()) {
      return new SangerText(Verdict.FAILED, List.of(), codons, text.toLowerCase(Locale.ROOT));
    }
    return negated
        ? new SangerText(Verdict.NEGATIVE, List.of(), codons, null)
        : unreadable(codons, "the result is neither a variant nor a known phrase");
  }

  private static SangerText mutated(VariantText text, Set<Integer> codons, boolean negated) {
    if (negated) {
      return unreadable(codons, "the result names a variant and denies one");
    }
    List<String> strange =
        text.rest().stream().filter(word -> !FILLER.matcher(word).matches()).toList();
    return strange.isEmpty()
        ? new SangerText(Verdict.MUTATED, text.variants(), codons, null)
        : unreadable(codons, "the result has words beside its variant that are not known");
  }

  private static SangerText unreadable(Set<Integer> codons, String why) {
    return new SangerText(Verdict.UNREADABLE, List.of(), codons, why);
  }

  /** Codons of a region text; codons are more exact than exons and win. */
  static Set<Integer> codons(GenePolicy policy, String region) {
    Set<Integer> byCodon = new TreeSet<>();
    Set<Integer> byExon = new TreeSet<>();
    Matcher part = REGION.matcher(region.toUpperCase(Locale.ROOT));
    while (part.find()) {
      boolean exon = part.group(1).startsWith("E");
      Matcher number = NUMBERS.matcher(part.group(2));
      while (number.find()) {
        int first = Integer.parseInt(number.group(1));
        int last = number.group(2) == null ? first : Integer.parseInt(number.group(2));
        if (exon) {
          byExon.addAll(exons(policy, first, last));
        } else {
          byCodon.addAll(policy.codonsBetween(first, last));
        }
      }
    }
    return byCodon.isEmpty() ? byExon : byCodon;
  }

  private static Set<Integer> exons(GenePolicy policy, int first, int last) {
    Set<Integer> codons = new TreeSet<>();
    policy
        .gene()
        .known()
        .ifPresent(
            gene ->
                gene.exonCodons()
                    .forEach(
                        (exon, range) -> {
                          if (first <= exon && exon <= last) {
                            codons.addAll(policy.codonsBetween(range.first(), range.last()));
                          }
                        }));
    return codons;
  }
}
