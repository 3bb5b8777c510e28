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
import org.hepatica.survival.cox.ProportionalHazardsResult;
import org.hepatica.survival.cox.ProportionalHazardsTest;

/** A Cox model of data too varied to collapse. */
final class DirectModel {

  private final Frame frame;
  private final ModelMatrix matrix;
  private final RowMeaning meaning;
  private final double died;

  private DirectModel(Frame frame, ModelMatrix matrix, RowMeaning meaning, double died) {
    this.frame = frame;
    this.meaning = meaning;
    this.matrix = matrix;
    this.died = died;
  }

  static Model fit(
      Dataset<Row> data, ModelTerms terms, Frame frame, RowMeaning meaning, Wanted wanted) {
    ModelMatrix matrix = terms.matrix(new Scanned(data, terms.requiredColumns()));
    List<String> names = matrix.names();
    CoxRegression options = wanted.options();
    try (DirectSource source =
        DirectRead.of(
            frame.rows(),
            died -> new DirectModel(frame, matrix, meaning, died).rows(),
            names,
            options.ties())) {
      CoxFit fit = options.fit(source, source.start(options));
      return new Model(
          fit,
          matrix.columns(),
          wanted.concordance() ? source.concordance(fit) : Optional.empty(),
          wanted.zph().flatMap(test -> zph(test, source, fit, matrix)),
          Model.Path.DIRECT,
          source.missing());
    }
  }

  private static Optional<ProportionalHazardsResult> zph(
      ProportionalHazardsTest test, DirectSource source, CoxFit fit, ModelMatrix matrix) {
    return fit.covariance().names().isEmpty()
        ? Optional.empty()
        : Optional.of(test.test(fit, Model.terms(matrix.columns()), source.moments(fit, test)));
  }

  /** Plain columns are copied; what a formula computes is computed row by row. */
  private RowReader rows() {
    Optional<String> stratum = plainStratum();
    boolean plain =
        meaning.isPlain()
            && !frame.hasEntry()
            && !matrix.hasOffset()
            && IntStream.range(0, matrix.names().size())
                .allMatch(j -> matrix.plainInput(j).isPresent())
            && (matrix.strata().isEmpty() || stratum.isPresent());
    if (!plain) {
      List<Integer> places =
          matrix.inputs().stream().map(input -> frame.place(input.column())).toList();
      return new FormulaRows(matrix, died, places, MeaningPlaces.of(meaning, frame));
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
