package org.hepatica.transform.risk;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.hepatica.table.Gold;
import org.hepatica.table.Kind;

/**
 * A ready-made text as the value of a subject's variable; null when it is none.
 *
 * <p>A text that does not fit (a level that the variable lacks, 2.5 tumours) fills nothing; it
 * stays in the map of delivered variables.
 */
final class Ready {

  private static final String QUANTITY = "^([<>]?)\\s*([0-9][0-9,]*\\.?[0-9]*)$";
  private static final String QUALIFIER = Kind.QUANTITY.companionSuffix();

  private Ready() {}

  /** The columns of variables: each, and the qualifier of a quantity. */
  static List<String> fields(List<String> names) {
    return names.stream()
        .flatMap(name -> isQuantity(name) ? Stream.of(name, name + QUALIFIER) : Stream.of(name))
        .toList();
  }

  /** A struct of the variables' ready-made values, by the columns' names. */
  static Column values(List<String> names) {
    return struct(
        fields(names).stream()
            .map(field -> (names.contains(field) ? value(field) : qualifier(field)).as(field))
            .toArray(Column[]::new));
  }

  /** The variables' columns, filled from such a struct where the variable is null. */
  static List<Column> filled(Column ready, List<String> names) {
    return fields(names).stream().map(field -> filled(ready, field, names)).toList();
  }

  private static Column filled(Column ready, String field, List<String> names) {
    String name = names.contains(field) ? field : variableOf(field);
    return when(col(name).isNull(), ready.getField(field)).otherwise(col(field)).as(field);
  }

  private static String variableOf(String qualifier) {
    return qualifier.substring(0, qualifier.length() - QUALIFIER.length());
  }

  private static boolean isQuantity(String name) {
    return kind(name) == Kind.QUANTITY;
  }

  private static Column qualifier(String field) {
    return nullif(regexp_extract(text(variableOf(field)), QUANTITY, 1), lit(""));
  }

  /** The ready-made value of a variable. */
  static Column value(String name) {
    return switch (kind(name)) {
      case BOOLEAN -> text(name).try_cast(DataTypes.BooleanType);
      case INTEGER -> whole(name);
      case NUMBER -> text(name).try_cast(DataTypes.DoubleType);
      case QUANTITY -> quantity(name);
      default -> level(name);
    };
  }

  private static Kind kind(String name) {
    return Gold.SUBJECT.column(name).kind();
  }

  private static Column text(String name) {
    return trim(col(Gold.DELIVERED).getItem(name));
  }

  /** A whole number; an age may have a fraction, of which the completed years count. */
  private static Column whole(String name) {
    Column number = text(name).try_cast(DataTypes.DoubleType);
    Column completed = floor(number);
    Column fits = name.equals(Gold.AGE) ? lit(true) : completed.equalTo(number);
    return when(fits, completed.try_cast(DataTypes.IntegerType));
  }

  private static Column quantity(String name) {
    Column digits = regexp_extract(text(name), QUANTITY, 2);
    return regexp_replace(digits, lit(","), lit("")).try_cast(DataTypes.DoubleType);
  }

  private static Column level(String name) {
    Object[] levels = Gold.SUBJECT.column(name).levels().toArray();
    return levels.length == 0 ? text(name) : when(text(name).isin(levels), text(name));
  }
}
