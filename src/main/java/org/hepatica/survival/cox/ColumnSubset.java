package org.hepatica.survival.cox;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Some of the columns of data held elsewhere.
 *
 * @param source has them
 * @param columns their numbers there, ascending
 */
record ColumnSubset(CoxSource source, int[] columns) implements CoxSource {

  /**
   * The columns of some names.
   *
   * @throws IllegalArgumentException if a column is unknown
   */
  static ColumnSubset of(CoxSource source, List<String> names) {
    List<String> known = source.names();
    names.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException("no column " + name + " among " + known);
            });
    return new ColumnSubset(
        source,
        IntStream.range(0, known.size()).filter(j -> names.contains(known.get(j))).toArray());
  }

  @Override
  public List<String> names() {
    return IntStream.of(columns).mapToObj(source.names()::get).toList();
  }

  @Override
  public SubjectTotals totals() {
    return source.totals();
  }

  @Override
  public ColumnScale scale() {
    return source.scale().select(columns);
  }

  @Override
  public CoxObjective objective(int[] some) {
    return source.objective(there(some));
  }

  private int[] there(int[] some) {
    return IntStream.of(some).map(j -> columns[j]).toArray();
  }

  @Override
  public Penalty penalty() {
    return source.penalty();
  }

  @Override
  public List<String> remarks() {
    return source.remarks();
  }

  @Override
  public boolean isClustered() {
    return source.isClustered();
  }

  @Override
  public boolean hasFractionalWeights() {
    return source.hasFractionalWeights();
  }

  @Override
  public double[][] scoreProducts(int[] some, double[] beta) {
    return source.scoreProducts(there(some), beta);
  }
}
