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
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Gives the columns of a table of texts their types. */
final class TextTable {

  /** Spark would also read 12d as a number, which is how some people number blocks. */
  private static final String NUMBER =
      "^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?$|^[+-]?(Inf|Infinity|NaN)$";

  private static final Pattern NUMBERS = Pattern.compile(NUMBER);
  private static final Set<String> TRUTHS = Set.of("TRUE", "FALSE", "T", "F", "true", "false");

  /** Counts a column: cells there are, those that are no number, those that are no truth value. */
  private static final int COUNTS = 3;

  private final Dataset<Row> texts;
  private final List<String> names;
  private final List<Column> cells;
  private final Row misfits;

  private TextTable(Dataset<Row> texts, List<String> missing) {
    this.texts = texts;
    names = Arrays.asList(texts.columns());
    cells = names.stream().map(name -> cell(name, missing)).toList();
    misfits = misfits();
  }

  /**
   * Of texts, looked through once.
   *
   * @param texts with a column at least
   * @param missing what stands for no value
   */
  static TextTable of(Dataset<Row> texts, List<String> missing) {
    return new TextTable(texts, missing);
  }

  /** The rows: columns of numbers, of truth values, and of texts. */
  Dataset<Row> typed() {
    Column[] typed = new Column[names.size()];
    for (int i = 0; i < typed.length; i++) {
      Column cell = cells.get(i);
      Column value =
          numbers(i) == present(i)
              ? number(cell)
              : truths(i) == present(i) ? lower(cell).isin("true", "t") : cell;
      typed[i] = when(cell.isNotNull(), value).as(names.get(i));
    }
    return texts.select(typed);
  }

  /** Columns of texts that would be of numbers or truth values but for some cells. */
  List<MixedColumn> mixed() {
    List<MixedColumn> mixed = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      boolean text = numbers(i) < present(i) && truths(i) < present(i);
      if (text && MixedColumn.isMixed(present(i), numbers(i), truths(i))) {
        mixed.add(MixedColumn.of(names.get(i), i, present(i), numbers(i), truths(i)));
      }
    }
    return mixed;
  }

  static boolean isNumber(String cell) {
    return NUMBERS.matcher(cell).find();
  }

  static boolean isTruth(String cell) {
    return TRUTHS.contains(cell);
  }

  private long present(int column) {
    return misfits.getLong(COUNTS * column);
  }

  private long numbers(int column) {
    return present(column) - misfits.getLong(COUNTS * column + 1);
  }

  private long truths(int column) {
    return present(column) - misfits.getLong(COUNTS * column + 2);
  }

  private Row misfits() {
    List<Column> counts = new ArrayList<>();
    for (Column cell : cells) {
      counts.add(count_if(cell.isNotNull()));
      counts.add(count_if(cell.isNotNull().and(number(cell).isNull())));
      counts.add(count_if(cell.isNotNull().and(cell.isin(TRUTHS.toArray()).equalTo(lit(false)))));
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
