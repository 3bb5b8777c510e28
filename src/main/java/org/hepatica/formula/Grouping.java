package org.hepatica.formula;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Groups by the levels of factors, numbered as R orders strata: the first factor varies slowest.
 * Groups that no row is in are numbered too. Immutable.
 */
public final class Grouping implements Serializable {

  /** The group of a row with a missing value. */
  public static final int MISSING = -1;

  /** The group of a row with a value that is none of the levels. */
  public static final int UNKNOWN_LEVEL = -2;

  private static final long serialVersionUID = 1L;

  private final List<ModelVariable> factors;
  private final boolean levelsOnly;
  private final int size;

  /**
   * @param levelsOnly whether names leave out the factors' labels, as R's shortlabel
   * @throws ArithmeticException if there are more groups than an int can number
   */
  Grouping(List<ModelVariable> factors, boolean levelsOnly) {
    this.factors = List.copyOf(factors);
    this.levelsOnly = levelsOnly;
    this.size = factors.stream().mapToInt(f -> f.levels().size()).reduce(1, Math::multiplyExact);
  }

  /** How many combinations of levels there are. */
  public int size() {
    return size;
  }

  /** The factors, in order. */
  public List<ModelVariable> factors() {
    return factors;
  }

  /** Reads the groups of rows; for one thread. */
  public GroupReader reader() {
    return new GroupReader(factors);
  }

  /** As R names a stratum: {@code hai=1, kras=0}; {@code all} without factors. */
  public String name(int group) {
    return name(group, false);
  }

  /** The same with the spaces that R pads the levels of all factors but the first with. */
  public String paddedName(int group) {
    return name(group, true);
  }

  private String name(int group, boolean padded) {
    if (factors.isEmpty()) {
      return "all";
    }
    String[] parts = new String[factors.size()];
    int rest = group;
    for (int i = parts.length - 1; i >= 0; i--) {
      ModelVariable factor = factors.get(i);
      int level = rest % factor.levels().size();
      rest /= factor.levels().size();
      parts[i] = part(factor, factor.levels().get(level));
      parts[i] += padded && i > 0 && !levelsOnly ? padding(factor, parts[i]) : "";
    }
    return String.join(", ", parts);
  }

  private String part(ModelVariable factor, String level) {
    return levelsOnly ? level : factor.label() + "=" + level;
  }

  private String padding(ModelVariable factor, String part) {
    int widest = factor.levels().stream().mapToInt(l -> width(part(factor, l))).max().orElse(0);
    return " ".repeat(widest - width(part));
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The groups as the levels of one factor. */
  ModelVariable asFactor(String label) {
    Program number = factors.get(0).program();
    for (ModelVariable factor : factors.subList(1, factors.size())) {
      number = number.then(factor.program()).then(new Step.Append(factor.levels().size()));
    }
    List<String> names = IntStream.range(0, size).mapToObj(this::name).toList();
    return new ModelVariable(label, number, names);
  }

  @Override
  public String toString() {
    return factors.stream().map(ModelVariable::label).collect(Collectors.joining(", "));
  }
}
