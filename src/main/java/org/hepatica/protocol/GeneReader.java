package org.hepatica.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The gene of a study and its policy. */
final class GeneReader {

  private static final List<String> CONFLICT = List.of("any-mutated", "latest", "precedence");
  private static final List<String> PLATFORMS = List.of("impact", "sequenom", "sanger", "wgs");

  private static final Pattern CHANGE = Pattern.compile("[A-Z]([1-9][0-9]{0,4})[A-Z*]");

  private GeneReader() {}

  static Study.Gene read(Cursor c) {
    String symbol = c.text("symbol");
    List<Integer> codons = codons(c, "codons");
    List<Integer> required = codons(c, "required-codons");
    for (int codon : required) {
      if (!codons.contains(codon)) {
        c.problem(
            "required-codons",
            codon + " is not among codons",
            "add it to codons, or take it out here");
      }
    }
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
        changes(c, codons),
        Optional.empty());
  }

  private static List<Integer> codons(Cursor c, String name) {
    List<Integer> codons = new ArrayList<>();
    for (Node node : c.need(name).map(Node::elements).orElse(List.of())) {
      node.integer().ifPresent(codons::add);
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

  private static List<String> changes(Cursor c, List<Integer> codons) {
    List<String> changes = Names.once(c, "changes", c.texts("changes", List.of()));
    for (String change : changes) {
      Matcher parts = CHANGE.matcher(change);
      if (!parts.matches()) {
        c.problem("changes", "'" + change + "' is no protein change", "write such as V600E");
      } else if (!codons.contains(Integer.valueOf(parts.group(1)))) {
        c.problem(
            "changes",
            "'" + change + "' is at no codon of codons",
            "add codon " + parts.group(1) + " to codons, or take the change out");
      }
    }
    return changes;
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
