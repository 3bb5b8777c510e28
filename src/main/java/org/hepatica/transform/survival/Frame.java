package org.hepatica.transform.survival;

import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.hepatica.table.Gold;
import org.hepatica.table.Registry;
import org.hepatica.table.Tables;

/**
 * The analysis set as numbers: a row a subject, with time and status of each endpoint and every
 * value that some analysis asks for. Truths are 0 and 1, texts the place of their level, from 0.
 */
final class Frame {

  private final List<String> endpoints;
  private final Map<Wanted, Integer> values = new LinkedHashMap<>();

  /** A frame of endpoints, by name, and of no values yet. */
  Frame(List<String> endpoints) {
    this.endpoints = List.copyOf(endpoints);
  }

  /** What a value is: its SQL, and the levels that turn a text into a number. */
  private record Wanted(String sql, List<String> levels) {

    private String words() {
      return levels.isEmpty() ? sql : sql + " in " + levels;
    }
  }

  /** What a value is, in words that are the same for the same value. */
  String words(int place) {
    return List.copyOf(values.keySet()).get(place).words();
  }

  /** The name of an endpoint. */
  String endpointName(int endpoint) {
    return endpoints.get(endpoint);
  }

  /** The place of a truth or number; asked for twice, it has one place. */
  int number(String sql) {
    return place(new Wanted(sql, List.of()));
  }

  /** The place of a text's level; a text that is no level is missing. */
  int level(String sql, List<String> levels) {
    return place(new Wanted(sql, List.copyOf(levels)));
  }

  /** The levels of every text asked for, by its SQL. */
  Map<String, List<String>> levels() {
    Map<String, List<String>> levels = new LinkedHashMap<>();
    values.keySet().stream()
        .filter(wanted -> !wanted.levels().isEmpty())
        .forEach(wanted -> levels.put(wanted.sql(), wanted.levels()));
    return levels;
  }

  private int place(Wanted wanted) {
    values.putIfAbsent(wanted, values.size());
    return values.get(wanted);
  }

  /** The place of an endpoint. */
  int endpoint(String name) {
    return endpoints.indexOf(name);
  }

  /** The name of the column of an endpoint's time. */
  static String time(int endpoint) {
    return "tte_time_" + endpoint;
  }

  /** The name of the column of an endpoint's status. */
  static String status(int endpoint) {
    return "tte_status_" + endpoint;
  }

  /** The name of the column of a value. */
  String value(int place) {
    return "value_" + (2 * endpoints.size() + place);
  }

  int endpoints() {
    return endpoints.size();
  }

  /** The rows: subjects of the analysis set with their endpoints, in the frame's columns. */
  Dataset<Row> rows(Tables tables) {
    return joined(tables).select(columns().toArray(Column[]::new));
  }

  /** The same, a row a struct beside its centre and patient. */
  Dataset<Row> identified(Tables tables, String struct) {
    return joined(tables)
        .select(
            col(Registry.CENTER),
            col(Registry.PATIENT_ID),
            functions.struct(columns().toArray(Column[]::new)).as(struct));
  }

  /**
   * Values are made before the two sides meet: with them inside, the join would be a method as long
   * as they are many, and Java's optimising compiler gives up long ones after many seconds.
   */
  private Dataset<Row> joined(Tables tables) {
    List<Column> own = new ArrayList<>(List.of(col(Registry.CENTER), col(Registry.PATIENT_ID)));
    values.forEach((wanted, place) -> own.add(value(wanted).as(value(place))));
    Dataset<Row> subjects =
        tables.read(Gold.SUBJECT).where(col(Gold.IN_ANALYSIS)).select(own.toArray(Column[]::new));
    return subjects.join(
        times(tables.read(Gold.TIME_TO_EVENT)),
        col(Registry.CENTER)
            .equalTo(col("tte_center"))
            .and(col(Registry.PATIENT_ID).equalTo(col("tte_subject"))),
        "left");
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (int e = 0; e < endpoints.size(); e++) {
      columns.add(col(time(e)));
      columns.add(col(status(e)));
    }
    for (int place = 0; place < values.size(); place++) {
      columns.add(col(value(place)));
    }
    return columns;
  }

  /**
   * One row a subject: time and status of each endpoint. Subjects who are not analysed are left out
   * before rows meet, where the table says so.
   */
  private Dataset<Row> times(Dataset<Row> timeToEvent) {
    List<Column> columns = new ArrayList<>();
    for (int e = 0; e < endpoints.size(); e++) {
      Column mine = col(Gold.PARAMCD).equalTo(lit(endpoints.get(e).toUpperCase(Locale.ROOT)));
      columns.add(max(when(mine, col(Gold.AVAL))).as(time(e)));
      columns.add(max(when(mine, col(Gold.CNSR))).as(status(e)));
    }
    return timeToEvent
        .where(coalesce(col(Gold.IN_ANALYSIS), lit(true)))
        .groupBy(col(Registry.CENTER).as("tte_center"), col(Gold.USUBJID).as("tte_subject"))
        .agg(columns.get(0), columns.subList(1, columns.size()).toArray(Column[]::new));
  }

  private static Column value(Wanted wanted) {
    if (wanted.levels().isEmpty()) {
      return expr("try_cast((" + wanted.sql() + ") as double)");
    }
    Column levels =
        functions.array(wanted.levels().stream().map(functions::lit).toArray(Column[]::new));
    Column place = array_position(levels, expr(wanted.sql()).cast(DataTypes.StringType));
    return when(place.gt(0), place.minus(1).cast(DataTypes.DoubleType));
  }
}
