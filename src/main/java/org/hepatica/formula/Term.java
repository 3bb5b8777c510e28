package org.hepatica.formula;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A product of variables.
 *
 * @param members the variables' indices; never changed
 */
record Term(BitSet members) {

  static Term of(int variable) {
    BitSet members = new BitSet();
    members.set(variable);
    return new Term(members);
  }

  static Term empty() {
    return new Term(new BitSet());
  }

  Term with(Term other) {
    BitSet union = copy();
    union.or(other.members);
    return new Term(union);
  }

  Term without(int variable) {
    BitSet rest = copy();
    rest.clear(variable);
    return new Term(rest);
  }

  boolean covers(Term other) {
    BitSet missing = other.copy();
    missing.andNot(members);
    return missing.isEmpty();
  }

  boolean has(int variable) {
    return members.get(variable);
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  int order() {
    return members.cardinality();
  }

  IntStream variables() {
    return members.stream();
  }

  Term renumbered(IntUnaryOperator number) {
    BitSet renumbered = new BitSet();
    members.stream().map(number).forEach(renumbered::set);
    return new Term(renumbered);
  }

  private BitSet copy() {
    return (BitSet) members.clone();
  }
}
