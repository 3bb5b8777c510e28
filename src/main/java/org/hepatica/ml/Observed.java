package org.hepatica.ml;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.formula.LevelNeed;
import org.hepatica.formula.Levels;
import org.hepatica.ml.collapse.PatternCounts;

/** The levels of columns, from the patterns that occur. */
final class Observed implements Levels {

  private final PatternCounts counts;
  private final Frame frame;
  private final Dataset<Row> data;

  Observed(PatternCounts counts, Frame frame, Dataset<Row> data) {
    this.counts = counts;
    this.frame = frame;
    this.data = data;
  }

  @Override
  public List<String> texts(LevelNeed need) {
    return values(need).stream().map(Object::toString).toList();
  }

  @Override
  public double[] numbers(LevelNeed need) {
    return values(need).stream().mapToDouble(v -> (Double) v).toArray();
  }

  /** Patterns are of rows without a missing value; where rows are missing, R may ask for all. */
  private List<Object> values(LevelNeed need) {
    int place = frame.columns().indexOf(need.column());
    if (need.rows() == LevelNeed.Rows.ALL && counts.missing() > 0) {
      return Scanned.distinct(data, Frame.named(need.column()));
    }
    return counts.patterns().stream().map(pattern -> pattern.get(place)).distinct().toList();
  }
}
