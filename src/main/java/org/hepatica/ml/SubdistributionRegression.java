package org.hepatica.ml;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.formula.Formula;
import org.hepatica.formula.MatrixRow;
import org.hepatica.formula.ModelMatrix;
import org.hepatica.formula.ModelTerms;
import org.hepatica.formula.RowOutcome;
import org.hepatica.ml.collapse.Limits;
import org.hepatica.ml.collapse.PatternCounts;
import org.hepatica.ml.competing.SubjectBlocks;
import org.hepatica.survival.FollowUpTimes;
import org.hepatica.survival.TiedTimes;
import org.hepatica.survival.competing.CompetingRows;
import org.hepatica.survival.competing.FineGray;

/** Fine and Gray's model of a dataset, its rows counted: identical subjects with a frequency. */
final class SubdistributionRegression {

  private final Dataset<Row> data;
  private final Formula formula;
  private final RowMeaning meaning;
  private final Limits limits;

  SubdistributionRegression(Dataset<Row> data, Formula formula, RowMeaning meaning, Limits limits) {
    this.data = data;
    this.formula = formula;
    this.meaning = meaning;
    this.limits = limits;
  }

  SubdistributionModel fit(FineGray options) {
    ModelTerms terms = formula.model(Schemas.of(data.schema()));
    refuseWeights(terms);
    Causes.checkResponse(data, formula.response());
    Frame frame = Frame.of(data, formula.response(), meaning.after(terms.columns()));
    PatternCounts counts = Collapsed.of(frame, limits);
    if (counts.tooMany().isPresent()) {
      return fitBlocks(terms, frame, options, counts.tooMany().get());
    }
    ModelMatrix matrix = terms.matrix(new Observed(counts, frame, data));
    refuseUnlessPlain(matrix);
    Causes.check(counts.statuses());
    Rows rows = new Rows(counts, frame, matrix);
    return new SubdistributionModel(
        options.fit(rows.subjects(), Causes.OF_INTEREST),
        matrix.columns(),
        counts.missing() + rows.left);
  }

  private void refuseWeights(ModelTerms terms) {
    if (meaning.weight().isPresent() || terms.cluster().isPresent()) {
      throw new IllegalArgumentException(
          "case weights and clusters are no part of Fine and Gray's model as cmprsk has it;"
              + " identical subjects are counted by a frequency");
    }
  }

  private static void refuseUnlessPlain(ModelMatrix matrix) {
    if (matrix.strata().isPresent() || matrix.hasOffset()) {
      throw new IllegalArgumentException(
          "strata() and offset() are no part of Fine and Gray's model as cmprsk has it; a stratum"
              + " may stand as factor()");
    }
    if (matrix.columns().isEmpty()) {
      throw new IllegalArgumentException(
          "Fine and Gray's model needs a variable; cuminc has the curve of everybody: ~ 1");
    }
  }

  /** Of data too varied to be counted. */
  private SubdistributionModel fitBlocks(
      ModelTerms terms, Frame frame, FineGray options, String tooMany) {
    if (tooMany.equals("statuses")) {
      throw Causes.tooMany();
    }
    ModelMatrix matrix = terms.matrix(new Scanned(data, terms.requiredColumns()));
    refuseUnlessPlain(matrix);
    SubjectRows rows = SubjectRows.of(matrix, frame, meaning.frequency());
    try (SubjectBlocks blocks = SubjectBlocks.of(frame.rows(), rows, matrix.names())) {
      if (blocks.totals().events() == 0) {
        throw Causes.notOfInterest();
      }
      return new SubdistributionModel(
          options.fit(blocks, Causes.OF_INTEREST), matrix.columns(), blocks.missing());
    }
  }

  /** Counted patterns as rows of the model. */
  private final class Rows {

    private final PatternCounts counts;
    private final ModelMatrix matrix;
    private final TiedTimes ties;
    private final List<Double> time = new ArrayList<>();
    private final List<Integer> cause = new ArrayList<>();
    private final List<Long> subjects = new ArrayList<>();
    private final List<double[]> design = new ArrayList<>();
    private long left;

    Rows(PatternCounts counts, Frame frame, ModelMatrix matrix) {
      this.counts = counts;
      this.matrix = matrix;
      ties = TiedTimes.among(counts.times());
      MatrixRow row = matrix.row();
      for (List<Object> pattern : counts.patterns()) {
        double[] columns = new double[matrix.columns().size()];
        RowOutcome outcome = row.evaluate(Collapsed.row(pattern, matrix.inputs(), frame), columns);
        switch (outcome) {
          case COMPLETE -> add(pattern, columns, meaning.subjects(pattern, frame.columns()));
          case MISSING -> left += counts.size(pattern);
          default -> throw Refusal.of(outcome, row);
        }
      }
    }

    private void add(List<Object> pattern, double[] columns, long each) {
      counts.forEach(
          pattern,
          (at, status, n) -> {
            FollowUpTimes.refuseInfinite(at);
            if (each > 0) {
              time.add(ties.of(at));
              cause.add((int) status);
              subjects.add(Math.multiplyExact(n, each));
              design.add(columns);
            }
          });
    }

    CompetingRows subjects() {
      return CompetingRows.of(
              time.stream().mapToDouble(Double::doubleValue).toArray(),
              cause.stream().mapToInt(Integer::intValue).toArray(),
              design.toArray(double[][]::new),
              matrix.names())
          .withFrequency(subjects.stream().mapToLong(Long::longValue).toArray());
    }
  }
}
