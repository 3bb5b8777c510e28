package org.hepatica.ml.scan;

import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Which columns can be read as primitives. */
final class Columns {

  private static final Set<String> NUMBERS =
      Set.of("integer", "date", "double", "long", "float", "short", "byte", "boolean");

  private Columns() {}

  /** Fails when a column is neither number, date, truth value nor text. */
  static void check(StructType schema) {
    for (StructField field : schema.fields()) {
      DataType type = field.dataType();
      boolean known =
          NUMBERS.contains(type.typeName())
              || type.typeName().equals("string")
              || type instanceof DecimalType;
      if (!known) {
        throw new IllegalArgumentException(
            "column '%s' is %s; a number, date, truth value or text is needed"
                .formatted(field.name(), type.simpleString()));
      }
    }
  }

  static IllegalArgumentException refused(DataType type) {
    return new IllegalArgumentException("no column of type " + type.simpleString());
  }

  static Texts[] texts(int columns) {
    Texts[] texts = new Texts[columns];
    for (int i = 0; i < columns; i++) {
      texts[i] = new Texts();
    }
    return texts;
  }
}
