package org.hepatica.protocol;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The gene of a study and its policy. */
final class GeneReader {

  private static final List<String> CONFLICT = List.of("any-mutated", "latest", "precedence");
  private static final List<String> PLATFORMS = List.of("impact", "sequenom", "sanger", "wgs");

  private static final Pattern CHANGE = Pattern.compile("[A-Z]([1-9][0-9]{0,4})[A-Z*]");

  /** Of codons, no longer than a protein. */
  private static final Pattern RANGE = Pattern.compile("([0-9]{1,5})-([0-9]{1,5})");

  /** Codons that a problem names. */
  private static final int SHOWN = 5;

  /** Shares of one decimal or more that are added up. */
  private static final double ROUNDING = 1e-9;

  private GeneReader() {}

  static Study.Gene read(Cursor c, List<GeneLocus> genes) {
    String symbol = c.text("symbol");
    List<Integer> codons = codons(c, "codons");
    List<Integer> required = codons(c, "required-codons");
    Optional<KnownProtein> protein = KnownProtein.among(genes, symbol);
    protein.ifPresent(known -> known.check(c, "codons", codons));
    required(c, codons, required);
    String conflict = c.oneOf(CONFLICT, "conflict", "any-mutated");
    return new Study.Gene(
        symbol,
        c.texts("aliases", List.of(symbol)),
        codons,
        required,
        conflict,
        precedence(c, conflict),
        c.texts("somatic", List.of("SOMATIC", "UNKNOWN", "")).stream()
            .map(value -> value.toUpperCase(Locale.ROOT))
            .toList(),
        c.atLeast(0, "min-alternate-reads", 5),
        c.probability("min-variant-fraction", 0.02),
        grades(c),
        changes(c, codons, protein),
        c.section("expected-variants", section -> expected(section, codons, protein)),
        Optional.empty());
  }

  private static void required(Cursor c, List<Integer> codons, List<Integer> required) {
    List<Integer> others = required.stream().filter(codon -> !codons.contains(codon)).toList();
    if (!others.isEmpty() && !codons.isEmpty()) {
      String first = others.stream().limit(SHOWN).map(String::valueOf).collect(joining(", "));
      String more = others.size() > SHOWN ? " and " + (others.size() - SHOWN) + " more" : "";
      boolean one = others.size() == 1;
      c.problem(
          "required-codons",
          first + more + (one ? " is" : " are") + " not among codons",
          "add "
              + (one ? "it" : "them")
              + " to codons, or take "
              + (one ? "it" : "them")
              + " out here");
    }
  }

  private static List<Integer> codons(Cursor c, String name) {
    List<Integer> codons = new ArrayList<>();
    for (Node node : c.need(name).map(Node::elements).orElse(List.of())) {
      node.text().ifPresent(text -> codons.addAll(codons(text, node)));
    }
    if (codons.stream().anyMatch(codon -> codon < 1)) {
      c.problem(name, "a codon below 1", "number codons from 1");
    }
    if (c.find(name).isPresent() && codons.isEmpty()) {
      c.problem(name, "no codon", "name one or more, such as [12, 13]");
    }
    if (codons.stream().distinct().count() < codons.size()) {
      c.problem(name, "a codon stands twice", "name it once");
    }
    return List.copyOf(codons);
  }

  private static List<Integer> codons(String text, Node node) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      return node.integer().map(List::of).orElse(List.of());
    }
    int first = Integer.parseInt(range.group(1));
    int last = Integer.parseInt(range.group(2));
    if (last < first) {
      node.problem("'" + range.group() + "' ends before it begins", "write such as \"572-630\"");
      return List.of();
    }
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  private static List<String> changes(
      Cursor c, List<Integer> codons, Optional<KnownProtein> protein) {
    List<String> changes = Names.once(c, "changes", c.texts("changes", List.of()));
    changes.forEach(change -> check(change, codons, protein, c.find("changes").orElseThrow()));
    return changes;
  }

  private static void check(
      String change, List<Integer> codons, Optional<KnownProtein> protein, Node node) {
    Matcher parts = CHANGE.matcher(change);
    if (!parts.matches()) {
      node.problem("'" + change + "' is no protein change", "write such as V600E");
    } else if (!codons.contains(Integer.valueOf(parts.group(1)))) {
      node.problem(
          "'" + change + "' is at no codon of codons",
          "add codon " + parts.group(1) + " to codons, or take the change out");
    } else {
      protein.ifPresent(known -> known.check(change, Integer.parseInt(parts.group(1)), node));
    }
  }

  private static Study.ExpectedVariants expected(
      Cursor c, List<Integer> codons, Optional<KnownProtein> protein) {
    String citation = c.text("citation");
    c.need("shares");
    Map<String, Double> shares =
        c.named(
            "shares",
            (change, node) -> {
              check(change, codons, protein, node);
              return share(node);
            });
    double all = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    if (all > 1 + ROUNDING) {
      c.problem(
          "shares",
          String.format(Locale.ROOT, "together %s, more than 1", Math.round(all * 1e6) / 1e6),
          "give shares of all mutated patients, such as 0.3");
    }
    return new Study.ExpectedVariants(citation, shares);
  }

  private static Optional<Double> share(Node node) {
    Optional<Double> share = node.number();
    if (share.filter(s -> s < 0 || s > 1).isPresent()) {
      node.problem(share.get() + " is no share", "give a number from 0 to 1, such as 0.3");
    }
    return share;
  }

  private static List<String> precedence(Cursor c, String conflict) {
    List<String> platforms = c.references(PLATFORMS, "precedence", "platforms");
    if (conflict.equals("precedence") && platforms.isEmpty()) {
      c.problem("precedence", "missing", "name platforms, the one that wins first");
    }
    if (!conflict.equals("precedence") && !platforms.isEmpty()) {
      c.problem(
          "precedence", "has no effect", "write conflict = precedence, or leave this key out");
    }
    return platforms;
  }

  private static List<String> grades(Cursor c) {
    List<String> grades = c.texts("sequenom-calls", List.of("A", "B"));
    for (String grade : grades) {
      if (!grade.matches("[A-Z]")) {
        c.problem(
            "sequenom-calls",
            "'" + grade + "' is no grade of a call",
            "write the letter before the dot, such as A of A.Conservative");
      }
    }
    return grades;
  }
}
