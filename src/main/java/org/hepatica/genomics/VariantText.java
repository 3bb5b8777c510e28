package org.hepatica.genomics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the variants of a text, in whatever notation: {@code G12D}, {@code p.(Gly12Asp)}, {@code
 * KRAS c.35G>A (p.G12D)}, {@code G12D;G13D}.
 *
 * @param variants of the gene, in order, each once
 * @param others of other genes that the text names
 * @param rest words that are no part of a variant, upper case
 * @param defects why parts of it cannot be
 */
public record VariantText(
    List<Variant> variants, List<Variant> others, List<String> rest, List<String> defects) {

  private static final Pattern TOKEN =
      Pattern.compile("(" + CodingNotation.PATTERN + ")|(" + ProteinNotation.PATTERN + ")");

  private static final Pattern SAME_CHANGE = Pattern.compile("[\\s,:)]*[(\\[]?\\s*");

  /** The reading of a text; {@link #rest} is for the caller to judge. */
  public static VariantText read(Gene gene, String text) {
    return new Scan(gene).scan(text.toUpperCase(Locale.ROOT));
  }

  /** The reading of a cell that should hold variants only: anything else is a defect. */
  public static VariantText readCell(Gene gene, String text) {
    VariantText read = read(gene, text);
    List<String> defects = new ArrayList<>(read.defects);
    if (!read.rest.isEmpty()) {
      defects.add("'" + String.join(" ", read.rest) + "' is no variant");
    } else if (defects.isEmpty() && read.variants.isEmpty() && read.others.isEmpty()) {
      defects.add("there is no variant");
    }
    return new VariantText(read.variants, read.others, read.rest, List.copyOf(defects));
  }

  /** One pass over a text. */
  private static final class Scan {
    private final Gene own;
    private final List<Variant> variants = new ArrayList<>();
    private final List<Variant> others = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();
    private final List<String> defects = new ArrayList<>();
    private Gene gene;
    private Variant previous;
    private boolean previousIsCoding;

    Scan(Gene own) {
      this.own = own;
      this.gene = own;
    }

    VariantText scan(String text) {
      Matcher token = TOKEN.matcher(text);
      int from = 0;
      while (token.find()) {
        String gap = text.substring(from, token.start());
        gap(gap);
        token(gap, token.group(), token.group(1) != null);
        from = token.end();
      }
      gap(text.substring(from));
      return new VariantText(
          List.copyOf(variants), List.copyOf(others), List.copyOf(rest), List.copyOf(defects));
    }

    private void gap(String gap) {
      for (String word : gap.split("[\\s,;/|+&_:()\\[\\]]+")) {
        if (own.names(word)) {
          gene = own;
        } else if (own.namesAnother(word)) {
          gene = Gene.of(Gene.key(word), List.of());
        } else if (!word.isBlank() && !word.equals("AND")) {
          rest.add(word);
        }
      }
    }

    private void token(String gap, String text, boolean coding) {
      Reading<Variant> reading =
          coding ? CodingNotation.read(gene, text) : ProteinNotation.read(gene, text);
      if (!reading.isReadable()) {
        defects.add(reading.defect());
        previous = null;
        return;
      }
      Variant variant = reading.value();
      boolean pair =
          previous != null && previousIsCoding != coding && SAME_CHANGE.matcher(gap).matches();
      if (pair) {
        join(previous, variant, coding);
        previous = null;
      } else {
        add(variant);
        previous = variant;
        previousIsCoding = coding;
      }
    }

    /** The same change in the other notation: one variant, or a contradiction. */
    private void join(Variant first, Variant second, boolean secondIsCoding) {
      Variant coding = secondIsCoding ? second : first;
      Variant protein = secondIsCoding ? first : second;
      boolean agree =
          coding.proteinChange() == null
              ? coding.codon() == 0 || coding.touches(protein.codon())
              : coding.proteinChange().equals(protein.proteinChange());
      if (!agree) {
        defects.add(coding.codingChange() + " is " + coding.name() + ", not " + protein.name());
      }
      target(first).remove(first);
      add(protein.withCodingChange(coding.codingChange()));
    }

    private void add(Variant variant) {
      List<Variant> target = target(variant);
      for (int i = 0; i < target.size(); i++) {
        if (variant.proteinChange() != null
            && variant.proteinChange().equals(target.get(i).proteinChange())) {
          if (target.get(i).codingChange() == null) {
            target.set(i, variant);
          }
          return;
        }
      }
      target.add(variant);
    }

    private List<Variant> target(Variant variant) {
      return variant.gene().equals(own.symbol()) ? variants : others;
    }
  }
}
