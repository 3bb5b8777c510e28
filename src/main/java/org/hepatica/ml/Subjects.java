package org.hepatica.ml;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.formula.Formula;
import org.hepatica.formula.ModelMatrix;
import org.hepatica.formula.ModelTerms;
import org.hepatica.ml.collapse.Limits;
import org.hepatica.ml.collapse.PatternCounts;
import org.hepatica.ml.direct.BlockSource;
import org.hepatica.ml.direct.RangeLimits;
import org.hepatica.survival.cox.CoxData;
import org.hepatica.survival.cox.SubjectTotals;
import org.hepatica.survival.cox.Ties;

/** The subjects of a formula: counted if they can be, else in blocks where they lie. */
final class Subjects {

  private final Frame frame;
  private final RowMeaning meaning;
  private final ModelTerms terms;
  private final ModelMatrix matrix;
  private final Optional<Counted> counted;

  private Subjects(
      Frame frame,
      RowMeaning meaning,
      ModelTerms terms,
      ModelMatrix matrix,
      Optional<Counted> counted) {
    this.frame = frame;
    this.meaning = meaning;
    this.terms = terms;
    this.matrix = matrix;
    this.counted = counted;
  }

  /**
   * Subjects in the driver, identical ones together.
   *
   * @param data the rows of a model
   * @param missing rows left out because a value was missing
   */
  record Counted(CoxData data, long missing) {}

  static Subjects of(Dataset<Row> data, Formula formula, RowMeaning plain, Limits limits) {
    ModelTerms terms = formula.model(Schemas.of(data.schema()));
    RowMeaning meaning = plain.withCluster(terms.cluster());
    Frame frame = Frame.of(data, formula.response(), meaning.after(terms.columns()));
    PatternCounts counts = Collapsed.of(frame, limits);
    if (counts.tooMany().isPresent()) {
      ModelMatrix matrix = DirectRows.matrix(data, frame, terms, meaning);
      return new Subjects(frame, meaning, terms, matrix, Optional.empty());
    }
    ModelMatrix matrix = terms.matrix(new Observed(counts, frame, data));
    CollapsedRows rows = new CollapsedRows(counts, frame, matrix, meaning);
    CoxData subjects = rows.data();
    if (SubjectTotals.of(subjects).n() == 0) {
      throw Refusal.nobody();
    }
    Counted counted = new Counted(subjects, counts.missing() + rows.left());
    return new Subjects(frame, meaning, terms, matrix, Optional.of(counted));
  }

  ModelTerms terms() {
    return terms;
  }

  ModelMatrix matrix() {
    return matrix;
  }

  /** Empty if values are too varied to be counted. */
  Optional<Counted> counted() {
    return counted;
  }

  /**
   * Subjects that stay where they lie; to be closed.
   *
   * @throws IllegalArgumentException if there are none
   */
  BlockSource source(Ties ties) {
    return source(ties, null);
  }

  /** The same, going to ranges of time by other limits than memory's; null for these. */
  BlockSource source(Ties ties, RangeLimits limits) {
    BlockSource source =
        DirectRead.of(
            frame.rows(),
            DirectRows.of(frame, matrix, meaning, ties),
            matrix.names(),
            ties,
            limits);
    if (source.totals().n() == 0) {
      source.close();
      throw Refusal.nobody();
    }
    return source;
  }
}
