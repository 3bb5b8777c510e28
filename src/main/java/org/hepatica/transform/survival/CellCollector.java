package org.hepatica.transform.survival;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Asks the cohort all questions in one scan and brings the counts to the driver: the one class of
 * the transformations that may collect, and only counts.
 */
final class CellCollector {

  private static final StructType CELL =
      new StructType()
          .add("question", DataTypes.IntegerType, false)
          .add("time", DataTypes.IntegerType, false)
          .add("status", DataTypes.IntegerType, false)
          .add("cell_values", DataTypes.createArrayType(DataTypes.DoubleType, false), false)
          .add("count", DataTypes.LongType, false);

  private CellCollector() {}

  /** By question id, the cells of a frame's rows; none of a question with more than it takes. */
  static Map<Integer, Cells> answer(Dataset<Row> rows, int endpoints, List<Question> questions) {
    Dataset<Row> counted =
        rows.mapPartitions(new CellCounter(questions, endpoints), Encoders.row(CELL));
    List<Row> merged =
        counted
            .groupBy(col("question"), col("time"), col("status"), col("cell_values"))
            .agg(sum(col("count")).as("count"))
            .collectAsList();
    Map<Integer, List<Cell>> byQuestion = new HashMap<>();
    questions.forEach(question -> byQuestion.put(question.id(), new ArrayList<>()));
    merged.forEach(row -> byQuestion.get(row.getInt(0)).add(cell(row)));
    Map<Integer, Cells> answers = new HashMap<>();
    byQuestion.forEach(
        (id, cells) -> {
          if (cells.stream().noneMatch(cell -> cell.status() == CellCounter.TOO_VARIED)) {
            answers.put(id, new Cells(cells));
          }
        });
    return answers;
  }

  /** The different changes of cells, with how many subjects made each; see {@link Transitions}. */
  static List<Transition> transitions(Dataset<Row> moves, int most) {
    return Transitions.counted(moves, most).collectAsList().stream().map(Transition::of).toList();
  }

  /** How many rows satisfy each SQL condition, by its key; in one scan. */
  static Map<String, Long> counts(Dataset<Row> rows, Map<String, String> conditions) {
    Map<String, Long> counts = new HashMap<>();
    if (conditions.isEmpty()) {
      return counts;
    }
    Column[] columns =
        conditions.values().stream().map(sql -> count_if(expr(sql))).toArray(Column[]::new);
    Row counted = rows.agg(columns[0], Arrays.copyOfRange(columns, 1, columns.length)).head();
    int place = 0;
    for (String key : conditions.keySet()) {
      counts.put(key, counted.getLong(place++));
    }
    return counts;
  }

  /** Texts that are no level, in one scan; SQL that gives no such text is absent. */
  static List<UnknownLevel> unknownLevels(Dataset<Row> rows, Map<String, List<String>> levels) {
    List<Column> columns = new ArrayList<>();
    levels.forEach(
        (sql, known) -> {
          Column text = expr(sql).cast(DataTypes.StringType);
          Column unknown = when(not(text.isin(known.toArray())), text);
          columns.add(count(unknown));
          columns.add(min(unknown));
        });
    List<UnknownLevel> found = new ArrayList<>();
    if (columns.isEmpty()) {
      return found;
    }
    Column[] others = columns.subList(1, columns.size()).toArray(Column[]::new);
    Row row = rows.agg(columns.get(0), others).head();
    int place = 0;
    for (Map.Entry<String, List<String>> one : levels.entrySet()) {
      if (row.getLong(place) > 0) {
        String example = row.getString(place + 1);
        found.add(new UnknownLevel(one.getKey(), one.getValue(), example, row.getLong(place)));
      }
      place += 2;
    }
    return found;
  }

  private static Cell cell(Row row) {
    List<Double> list = row.getList(3);
    double[] values = list.stream().mapToDouble(Double::doubleValue).toArray();
    return new Cell(row.getInt(1), row.getInt(2), values, row.getLong(4));
  }
}
