package org.hepatica.survival.cox;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The same subjects with columns in units of their own: {@code x = (value - centre) / deviation} by
 * a scale measured with weights, where the source has one measured without.
 *
 * <p>A coefficient of such a column is the source's times {@code u = deviation / source's
 * deviation}, so gradients are divided by u, and the information by u of row and column. The centre
 * changes no partial likelihood.
 *
 * @param source the subjects
 * @param scale centre, deviation and range of the columns
 * @param weight the sum of the subjects' case weights, each as often as its frequency
 */
public record WeightedSource(CoxSource source, ColumnScale scale, double weight)
    implements CoxSource {

  @Override
  public List<String> names() {
    return source.names();
  }

  @Override
  public SubjectTotals totals() {
    return source.totals();
  }

  @Override
  public CoxObjective objective(int[] columns) {
    CoxObjective own = source.objective(columns);
    double[] unit =
        IntStream.of(columns)
            .mapToDouble(j -> scale.deviation(j) / source.scale().deviation(j))
            .toArray();
    return beta -> at(own, unit, beta);
  }

  private static CoxDerivatives at(CoxObjective objective, double[] unit, double[] beta) {
    double[] scaled = new double[unit.length];
    for (int j = 0; j < unit.length; j++) {
      scaled[j] = beta[j] / unit[j];
    }
    CoxDerivatives found = objective.at(scaled);
    double[] gradient = new double[unit.length];
    double[][] information = new double[unit.length][unit.length];
    for (int j = 0; j < unit.length; j++) {
      gradient[j] = found.gradient()[j] / unit[j];
      for (int k = 0; k < unit.length; k++) {
        information[j][k] = found.information()[j][k] / (unit[j] * unit[k]);
      }
    }
    return new CoxDerivatives(found.logLikelihood(), gradient, information);
  }

  @Override
  public List<String> remarks() {
    return source.remarks();
  }
}
