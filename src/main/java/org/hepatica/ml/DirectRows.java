package org.hepatica.ml;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.formula.Grouping;
import org.hepatica.formula.ModelMatrix;
import org.hepatica.formula.ModelTerms;
import org.hepatica.formula.ModelVariable;
import org.hepatica.ml.direct.PlainRows;
import org.hepatica.ml.direct.RowReader;
import org.hepatica.survival.cox.Ties;

/** Which reader makes rows of data too varied to collapse: the quickest that can. */
final class DirectRows {

  private final Frame frame;
  private final ModelMatrix matrix;
  private final RowMeaning meaning;
  private final Ties ties;
  private final double died;

  private DirectRows(Frame frame, ModelMatrix matrix, RowMeaning meaning, Ties ties, double died) {
    this.frame = frame;
    this.ties = ties;
    this.meaning = meaning;
    this.matrix = matrix;
    this.died = died;
  }

  /** How a frame's rows are read for a model, given the status that is the event. */
  static DoubleFunction<RowReader> of(
      Frame frame, ModelMatrix matrix, RowMeaning meaning, Ties ties) {
    return died -> new DirectRows(frame, matrix, meaning, ties, died).rows();
  }

  /**
   * The columns of a model of these rows. The data are looked through for levels only where a
   * number among them is asked for: plain rows name their stratum.
   */
  static ModelMatrix matrix(Dataset<Row> data, Frame frame, ModelTerms terms, RowMeaning meaning) {
    return terms
        .matrixOfNumbers()
        .filter(matrix -> new DirectRows(frame, matrix, meaning, Ties.EFRON, 1).arePlain())
        .orElseGet(() -> terms.matrix(new Scanned(data, terms.requiredColumns())));
  }

  private boolean arePlain() {
    return meaning.isPlain()
        && !frame.hasEntry()
        && !matrix.hasOffset()
        && IntStream.range(0, matrix.names().size()).allMatch(j -> matrix.plainInput(j).isPresent())
        && (matrix.strata().isEmpty() || plainStratum().isPresent());
  }

  /** Plain columns are copied; what a formula computes is computed row by row. */
  private RowReader rows() {
    Optional<String> stratum = plainStratum();
    if (!arePlain()) {
      List<Integer> places =
          matrix.inputs().stream().map(input -> frame.place(input.column())).toList();
      boolean keepsEntry = ties == Ties.EXACT;
      return new FormulaRows(matrix, died, places, MeaningPlaces.of(meaning, frame), keepsEntry);
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
