package org.hepatica.ml;

import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.not;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.hepatica.formula.LevelNeed;
import org.hepatica.formula.Levels;
import org.hepatica.ml.scan.Chunk;
import org.hepatica.ml.scan.Chunks;
import org.hepatica.ml.scan.Scan;

/** The levels of columns, looked for in the data: for those too varied to be counted. */
final class Scanned implements Levels {

  private static final Set<DataType> FRACTIONS = Set.of(DataTypes.DoubleType, DataTypes.FloatType);

  private static final int DEPTH = 2;

  /** Whole numbers below are looked up, not hashed. */
  private static final int SMALL = 1 << 16;

  private final Dataset<Row> data;
  private final List<String> required;

  /**
   * @param required columns in which a missing value keeps a row out
   */
  Scanned(Dataset<Row> data, List<String> required) {
    this.data = data;
    this.required = required;
  }

  @Override
  public List<String> texts(LevelNeed need) {
    return values(need).stream().map(Object::toString).toList();
  }

  @Override
  public double[] numbers(LevelNeed need) {
    return values(need).stream().mapToDouble(v -> (Double) v).toArray();
  }

  private List<Object> values(LevelNeed need) {
    Dataset<Row> rows = need.rows() == LevelNeed.Rows.ALL ? data : complete();
    return distinct(rows, Frame.named(need.column()));
  }

  /** Rows with all that is required; {@code na().drop} knows no column with a dot in its name. */
  private Dataset<Row> complete() {
    Dataset<Row> rows = data;
    for (String name : required) {
      Column column = Frame.named(name);
      boolean fraction = FRACTIONS.contains(data.select(column).schema().fields()[0].dataType());
      Column present = column.isNotNull();
      rows = rows.where(fraction ? present.and(not(isnan(column))) : present);
    }
    return rows;
  }

  /** The values of a column that is not missing: numbers and truth values as doubles, or texts. */
  static List<Object> distinct(Dataset<Row> rows, Column column) {
    Dataset<Row> one = rows.select(column);
    boolean text = one.schema().fields()[0].dataType().typeName().equals("string");
    JavaRDD<Set<Object>> parts =
        Scan.partitions(one, chunks -> text ? texts(chunks) : numbers(chunks));
    return parts.getNumPartitions() == 0
        ? List.of()
        : List.copyOf(parts.treeReduce(Scanned::union, DEPTH));
  }

  private static Set<Object> texts(Chunks chunks) {
    while (chunks.hasNext()) {
      chunks.next();
    }
    return new HashSet<>(chunks.texts(0));
  }

  private static Set<Object> numbers(Chunks chunks) {
    Set<Object> found = new HashSet<>();
    boolean[] small = new boolean[SMALL];
    while (chunks.hasNext()) {
      Chunk chunk = chunks.next();
      double[] values = chunk.column(0);
      for (int i = 0; i < chunk.rows(); i++) {
        double value = values[i];
        int whole = (int) value;
        if (whole == value && whole >= 0 && whole < SMALL) {
          small[whole] = true;
        } else if (!Double.isNaN(value)) {
          found.add(value);
        }
      }
    }
    for (int value = 0; value < SMALL; value++) {
      if (small[value]) {
        found.add((double) value);
      }
    }
    return found;
  }

  private static Set<Object> union(Set<Object> a, Set<Object> b) {
    a.addAll(b);
    return a;
  }
}
