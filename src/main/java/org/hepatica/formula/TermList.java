package org.hepatica.formula;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Variables and the terms made of them, main effects first. Immutable.
 *
 * @param variables as first met in the formula, with those whose terms were taken out again
 */
record TermList(List<Variable> variables, List<Term> terms) {

  TermList {
    variables = List.copyOf(variables);
    terms = List.copyOf(terms);
  }

  static TermList sorted(List<Variable> variables, List<Term> terms) {
    Comparator<Term> byOrder = Comparator.comparingInt(Term::order);
    return new TermList(variables, terms.stream().sorted(byOrder).toList());
  }

  List<String> labels() {
    return terms.stream().map(this::label).toList();
  }

  String label(Term term) {
    return term.variables()
        .mapToObj(i -> variables.get(i).label())
        .collect(Collectors.joining(":"));
  }

  List<Variable> of(Term term) {
    return term.variables().mapToObj(variables::get).toList();
  }

  /** The same terms of the same variables without those that hold one of some variables. */
  TermList without(Predicate<Variable> some) {
    return new TermList(
        variables, terms.stream().filter(term -> of(term).stream().noneMatch(some)).toList());
  }

  /** Variables in the order in which the terms name them: what R does when it drops a term. */
  TermList rebuilt() {
    LinkedHashSet<Integer> order = new LinkedHashSet<>();
    terms.forEach(term -> term.variables().forEach(order::add));
    List<Integer> places = new ArrayList<>(order);
    List<Term> renumbered =
        terms.stream().map(term -> term.renumbered(i -> places.indexOf(i))).toList();
    return new TermList(places.stream().map(variables::get).toList(), renumbered);
  }

  /**
   * Whether a factor takes a column for each level in a term: it does unless the term's other
   * variables stand together in an earlier term.
   */
  boolean everyLevel(Term term, int variable) {
    Term margin = term.without(variable);
    return !margin.isEmpty()
        && terms.stream().takeWhile(t -> !t.equals(term)).noneMatch(t -> t.covers(margin));
  }
}
