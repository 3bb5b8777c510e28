package org.hepatica.ml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.hepatica.formula.ColumnType;
import org.hepatica.formula.Schema;

/** A dataset's columns as a formula sees them; those of other types are none to it. */
final class Schemas {

  private Schemas() {}

  static Schema of(StructType struct) {
    Map<String, ColumnType> types = new LinkedHashMap<>();
    for (StructField field : struct.fields()) {
      type(field.dataType()).ifPresent(type -> types.put(field.name(), type));
    }
    return new Schema(types);
  }

  private static Optional<ColumnType> type(DataType type) {
    return switch (type.typeName()) {
      case "string" -> Optional.of(ColumnType.TEXT);
      case "boolean" -> Optional.of(ColumnType.BOOLEAN);
      case "integer", "long", "short", "byte", "date" -> Optional.of(ColumnType.INTEGER);
      case "double", "float" -> Optional.of(ColumnType.NUMERIC);
      default -> type instanceof DecimalType ? Optional.of(ColumnType.NUMERIC) : Optional.empty();
    };
  }
}
