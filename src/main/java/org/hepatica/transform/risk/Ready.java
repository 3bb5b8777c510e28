package org.hepatica.transform.risk;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
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

  /** The variable's columns, filled by the ready-made value where they are null. */
  static Map<String, Column> filled(String name) {
    Column value = coalesce(col(name), value(name));
    if (kind(name) != Kind.QUANTITY) {
      return Map.of(name, value);
    }
    Column ready = nullif(regexp_extract(text(name), QUANTITY, 1), lit(""));
    Column qualifier = when(col(name).isNull(), ready).otherwise(col(name + QUALIFIER));
    return Map.of(name, value, name + QUALIFIER, qualifier);
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
