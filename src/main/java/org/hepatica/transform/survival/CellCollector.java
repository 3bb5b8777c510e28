package org.hepatica.transform.survival;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hepatica.table.Counted;

/**
 * Asks the cohort all questions in one scan and brings the counts to the driver: the one class of
 * the transformations that may collect, and only counts.
 */
final class CellCollector {

  private static final String QUESTION = "question";
  private static final String TIME = "time";
  private static final String STATUS = "status";
  private static final String VALUES = "cell_values";
  private static final String COUNT = "count";

  private static final StructType CELL =
      new StructType()
          .add(QUESTION, DataTypes.IntegerType, false)
          .add(TIME, DataTypes.IntegerType, false)
          .add(STATUS, DataTypes.IntegerType, false)
          .add(VALUES, DataTypes.createArrayType(DataTypes.DoubleType, false), false)
          .add(COUNT, DataTypes.LongType, false);

  private CellCollector() {}

  /** The cells of a frame's rows, of whichever partition, by question. */
  static Dataset<Row> counted(Dataset<Row> rows, int endpoints, List<Question> questions) {
    return merged(rows.mapPartitions(new CellCounter(questions, endpoints), Encoders.row(CELL)));
  }

  private static Dataset<Row> merged(Dataset<Row> counted) {
    return counted
        .groupBy(col(QUESTION), col(TIME), col(STATUS), col(VALUES))
        .agg(sum(col(COUNT)).as(COUNT));
  }

  /**
   * What counting answers.
   *
   * @param cells by question's id; none of a question with more of them than it takes, however they
   *     lie in partitions
   * @param atLeast by id of those questions, how many cells they have at least
   */
  record Answers(Map<Integer, Cells> cells, Map<Integer, Long> atLeast) {}

  /** Answers of {@link #counted} cells. */
  static Answers answers(Dataset<Row> counted, List<Question> questions) {
    Map<Integer, List<Cell>> byQuestion = collected(counted, questions);
    Answers answers = new Answers(new HashMap<>(), new HashMap<>());
    for (Question question : questions) {
      List<Cell> cells = byQuestion.get(question.id());
      boolean brokenOff = cells.stream().anyMatch(cell -> cell.status() == CellCounter.TOO_VARIED);
      if (brokenOff) {
        answers.atLeast().put(question.id(), question.mostCells() + 1L);
      } else if (cells.size() > question.mostCells()) {
        answers.atLeast().put(question.id(), (long) cells.size());
      } else {
        answers.cells().put(question.id(), new Cells(cells));
      }
    }
    return answers;
  }

  /** By question's id, what became of its cells from then to now; counts may be negative. */
  static Map<Integer, List<Cell>> changes(
      Dataset<Row> then, Dataset<Row> now, int endpoints, List<Question> questions) {
    List<Question> all = questions.stream().map(Question::unbounded).toList();
    Dataset<Row> left = counted(then, endpoints, all).withColumn(COUNT, negate(col(COUNT)));
    Dataset<Row> changes = merged(left.unionByName(counted(now, endpoints, all)));
    return collected(changes.where(col(COUNT).notEqual(0)), questions);
  }

  private static Map<Integer, List<Cell>> collected(
      Dataset<Row> counted, List<Question> questions) {
    Map<Integer, List<Cell>> byQuestion = new HashMap<>();
    questions.forEach(question -> byQuestion.put(question.id(), new ArrayList<>()));
    counted.collectAsList().forEach(row -> byQuestion.get(row.getInt(0)).add(cell(row)));
    return byQuestion;
  }

  /** Counted cells as rows of {@link Counted#CELL}, of the questions that have a name. */
  static Dataset<Row> named(Dataset<Row> counted, Map<Integer, String> names) {
    Column name = lit(null).cast(DataTypes.StringType);
    for (Map.Entry<Integer, String> each : names.entrySet()) {
      name = when(col(QUESTION).equalTo(each.getKey()), lit(each.getValue())).otherwise(name);
    }
    return counted
        .select(
            name.as(Counted.QUESTION),
            col(TIME).as(Counted.DAY),
            col(STATUS).as(Counted.STATUS),
            col(VALUES).as(Counted.PATTERN),
            col(COUNT).as(Counted.N))
        .where(col(Counted.QUESTION).isNotNull());
  }

  /** By question's name, rows of {@link Counted#CELL} as cells. */
  static Map<String, List<Cell>> kept(Dataset<Row> rows) {
    Map<String, List<Cell>> byName = new HashMap<>();
    rows.select(Counted.QUESTION, Counted.DAY, Counted.STATUS, Counted.PATTERN, Counted.N)
        .collectAsList()
        .forEach(
            row -> byName.computeIfAbsent(row.getString(0), n -> new ArrayList<>()).add(cell(row)));
    return byName;
  }

  /** Rows of {@link Counted#QUESTIONS} by name. */
  static Map<String, Row> questions(Dataset<Row> questions) {
    return questions
        .select(Counted.QUESTION, Counted.IS_COUNTED, Counted.AT_LEAST)
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row));
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
