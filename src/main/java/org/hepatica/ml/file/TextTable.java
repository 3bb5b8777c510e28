package org.hepatica.ml.file;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Gives the columns of a table of texts their types. */
final class TextTable {

  /** Spark would also read 12d as a number, which is how some people number blocks. */
  private static final String NUMBER =
      "^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?$|^[+-]?(Inf|Infinity|NaN)$";

  private TextTable() {}

  static Dataset<Row> typed(Dataset<Row> texts, List<String> missing) {
    List<String> names = Arrays.asList(texts.columns());
    if (names.isEmpty()) {
      return texts;
    }
    List<Column> cells = names.stream().map(name -> cell(name, missing)).toList();
    Row misfits = misfits(texts, cells);
    Column[] typed = new Column[names.size()];
    for (int i = 0; i < typed.length; i++) {
      Column cell = cells.get(i);
      boolean empty = misfits.getLong(3 * i) == 0;
      Column value =
          empty || misfits.getLong(3 * i + 1) == 0
              ? number(cell)
              : misfits.getLong(3 * i + 2) == 0 ? lower(cell).isin("true", "t") : cell;
      typed[i] = when(cell.isNotNull(), value).as(names.get(i));
    }
    return texts.select(typed);
  }

  /** By column: cells there are, those that are no number, those that are no truth value. */
  private static Row misfits(Dataset<Row> texts, List<Column> cells) {
    List<Column> counts = new ArrayList<>();
    for (Column cell : cells) {
      counts.add(count_if(cell.isNotNull()));
      counts.add(count_if(cell.isNotNull().and(number(cell).isNull())));
      counts.add(
          count_if(
              cell.isNotNull()
                  .and(cell.isin("TRUE", "FALSE", "T", "F", "true", "false").equalTo(lit(false)))));
    }
    return texts.agg(counts.get(0), counts.subList(1, counts.size()).toArray(Column[]::new)).head();
  }

  private static Column number(Column cell) {
    return when(cell.rlike(NUMBER), cell.try_cast("double"));
  }

  private static Column cell(String name, List<String> missing) {
    Column text = trim(col("`" + name.replace("`", "``") + "`"));
    Column absent = text.isNull().or(text.equalTo("")).or(text.isin(missing.toArray()));
    return when(absent.equalTo(lit(false)), text);
  }
}
