package org.hepatica.ml;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.formula.Grouping;
import org.hepatica.formula.ModelMatrix;
import org.hepatica.formula.ModelTerms;
import org.hepatica.formula.ModelVariable;
import org.hepatica.ml.direct.DirectSource;
import org.hepatica.ml.direct.PlainRows;
import org.hepatica.ml.direct.RowReader;
import org.hepatica.survival.cox.CoxFit;
import org.hepatica.survival.cox.CoxRegression;

/** A Cox model of data too varied to collapse. */
final class DirectModel {

  private final Frame frame;
  private final ModelMatrix matrix;
  private final double died;

  private DirectModel(Frame frame, ModelMatrix matrix, double died) {
    this.frame = frame;
    this.matrix = matrix;
    this.died = died;
  }

  static Model fit(Dataset<Row> data, ModelTerms terms, Frame frame, CoxRegression options) {
    ModelMatrix matrix = terms.matrix(new Scanned(data, terms.requiredColumns()));
    if (matrix.hasOffset()) {
      throw new IllegalArgumentException(
          "offset() with values too varied to be counted is not supported yet");
    }
    double[] statuses =
        Scanned.distinct(frame.rows(), frame.statusColumn()).stream()
            .mapToDouble(v -> (Double) v)
            .sorted()
            .toArray();
    RowReader rows = new DirectModel(frame, matrix, Status.event(statuses)).rows();
    try (DirectSource source =
        DirectSource.of(frame.rows(), rows, matrix.names(), options.ties())) {
      CoxFit fit = options.fit(source, new double[matrix.names().size()]);
      return new Model(
          fit,
          matrix.columns(),
          Optional.empty(),
          Optional.empty(),
          Model.Path.DIRECT,
          source.missing());
    }
  }

  /** Plain columns are copied; what a formula computes is computed row by row. */
  private RowReader rows() {
    Optional<String> stratum = plainStratum();
    boolean plain =
        IntStream.range(0, matrix.names().size()).allMatch(j -> matrix.plainInput(j).isPresent())
            && (matrix.strata().isEmpty() || stratum.isPresent());
    if (!plain) {
      List<Integer> places =
          matrix.inputs().stream().map(input -> frame.place(input.column())).toList();
      return new FormulaRows(matrix, died, places);
    }
    List<Integer> design =
        IntStream.range(0, matrix.names().size()).mapToObj(this::placeOfColumn).toList();
    return new PlainRows(
        0,
        1,
        died,
        stratum.map(frame::place).orElse(-1),
        stratum.map(frame::isText).orElse(false),
        design);
  }

  private int placeOfColumn(int column) {
    int input = matrix.plainInput(column).orElseThrow();
    return frame.place(matrix.inputs().get(input).column());
  }

  /** The one column that makes the strata, when nothing is computed of it. */
  private Optional<String> plainStratum() {
    List<ModelVariable> factors = matrix.strata().map(Grouping::factors).orElse(List.of());
    if (factors.size() != 1 || factors.get(0).inputs().length != 1) {
      return Optional.empty();
    }
    String column = matrix.inputs().get(factors.get(0).inputs()[0]).column();
    return Optional.of(column).filter(name -> name.equals(factors.get(0).label()));
  }
}
