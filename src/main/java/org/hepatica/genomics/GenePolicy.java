package org.hepatica.genomics;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The gene and what counts.
 *
 * @param gene whose variants they are
 * @param codons whose protein-changing variants count
 * @param requiredCodons that a wild-type must have interrogated
 * @param conflict who is right when platforms disagree
 * @param precedence of platforms, for {@link ConflictRule#PRECEDENCE}
 * @param somatic values of Mutation_Status that count as somatic, upper case, empty for blank
 * @param minAlternateReads fewer are not accepted
 * @param minVariantFraction less is not accepted
 * @param typerGrades first letters of a Typer description that are calls
 * @param changes of the protein that count at the codons, such as V600E; empty for every one.
 *     Another one is not accepted: who has it is not wild-type
 */
public record GenePolicy(
    Gene gene,
    Set<Integer> codons,
    Set<Integer> requiredCodons,
    ConflictRule conflict,
    List<Platform> precedence,
    Set<String> somatic,
    int minAlternateReads,
    double minVariantFraction,
    Set<String> typerGrades,
    Set<String> changes)
    implements Serializable {

  /** The same with another rule for conflicts. */
  public GenePolicy withConflict(ConflictRule rule, List<Platform> order) {
    return new GenePolicy(
        gene,
        codons,
        requiredCodons,
        rule,
        List.copyOf(order),
        somatic,
        minAlternateReads,
        minVariantFraction,
        typerGrades,
        changes);
  }

  /** The gene's symbol. */
  public String symbol() {
    return gene.symbol();
  }

  boolean isGermline(String mutationStatus) {
    return mutationStatus.toUpperCase(Locale.ROOT).equals("GERMLINE");
  }

  boolean isSomatic(String mutationStatus) {
    return somatic.contains(mutationStatus.toUpperCase(Locale.ROOT));
  }

  /** Configured codons between two, inclusive. */
  Set<Integer> codonsBetween(int first, int last) {
    return codons.stream().filter(c -> first <= c && c <= last).collect(Collectors.toSet());
  }

  /** What to make of a variant that a laboratory reported; the first rule that applies. */
  Call judge(Variant variant, CallSupport support, Origin origin) {
    String aside = whySetAside(variant, support);
    if (aside != null) {
      return new Call(variant, support.fraction(), Acceptance.SET_ASIDE, aside, origin);
    }
    String doubt = whyNotAccepted(variant, support);
    return new Call(
        variant,
        support.fraction(),
        doubt == null ? Acceptance.ACCEPTED : Acceptance.NOT_ACCEPTED,
        doubt,
        origin);
  }

  private String whySetAside(Variant variant, CallSupport support) {
    if (support.germline() || isGermline(support.status())) {
      return "germline";
    }
    if (!variant.consequence().changesProtein()) {
      return variant.consequence().label();
    }
    if (variant.codon() > 0 && codons.stream().noneMatch(variant::touches)) {
      return "codon " + variant.codon() + " is not configured";
    }
    if (variant.codon() == 0 && variant.consequence() == Consequence.SPLICE) {
      return "splice site outside the configured codons";
    }
    return null;
  }

  private String whyNotAccepted(Variant variant, CallSupport support) {
    if (support.doubt() != null) {
      return support.doubt();
    }
    if (variant.codon() == 0 || variant.consequence() == Consequence.UNKNOWN) {
      return "its codon or its effect is unknown";
    }
    if (!changes.isEmpty() && !changes.contains(variant.proteinChange())) {
      return "it is not among the changes that count";
    }
    if (!isSomatic(support.status())) {
      return "status " + support.status() + " does not count as somatic";
    }
    if (!support.filter().isEmpty() && !support.filter().equalsIgnoreCase("PASS")) {
      return "filtered: " + support.filter();
    }
    if (support.alternateReads() != null && support.alternateReads() < minAlternateReads) {
      return support.alternateReads() + " alternate reads, fewer than " + minAlternateReads;
    }
    if (support.fraction() != null && support.fraction() < minVariantFraction) {
      return String.format(
          Locale.ROOT,
          "variant fraction %.3f, less than %s",
          support.fraction(),
          minVariantFraction);
    }
    return null;
  }
}
