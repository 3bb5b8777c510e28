package org.hepatica.ml.estimator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Whether a dataset has the columns that parameters name, of types that can be used. */
final class ColumnCheck {

  /** ADaM's censoring column, 0 for an event: the other way round. */
  private static final String ADAM = "CNSR";

  private final StructType schema;

  ColumnCheck(StructType schema) {
    this.schema = schema;
  }

  /** The columns that a fit reads. */
  void training(CoxRegressionParams params) {
    features(params);
    number(params.labelCol().name(), params.getLabelCol());
    event(params.censorCol().name(), params.getCensorCol());
    number(params.entryCol().name(), params.getEntryCol());
    number(params.weightCol().name(), params.getWeightCol());
    number(params.frequencyCol().name(), params.getFrequencyCol());
    number(params.offsetCol().name(), params.getOffsetCol());
    params.getStrataCol().ifPresent(name -> field(params.strataCol().name(), name));
    params.getClusterCol().ifPresent(name -> field(params.clusterCol().name(), name));
  }

  /** The vector of covariates. */
  void features(CoxRegressionParams params) {
    DataType found = field(params.featuresCol().name(), params.getFeaturesCol()).dataType();
    if (!found.sameType(SQLDataTypes.VectorType())) {
      throw wrong(
          params.featuresCol().name(),
          params.getFeaturesCol(),
          found,
          "a vector: VectorAssembler makes one of columns");
    }
  }

  /**
   * A column that is 1 for an event.
   *
   * @throws IllegalArgumentException if it has the name of ADaM's, which is 0 for an event
   */
  void event(String param, String column) {
    if (column.toUpperCase(Locale.ROOT).equals(ADAM)) {
      throw new IllegalArgumentException(
          ("%s is %s, which in ADaM is 0 for an event; here 1 is an event: give 1 - %s, or CNSR = 0,"
                  + " a name of its own")
              .formatted(param, column, column));
    }
    DataType found = field(param, column).dataType();
    if (!(found instanceof NumericType) && !(found instanceof BooleanType)) {
      throw wrong(param, column, found, "1 for an event and 0 if censored, or true and false");
    }
  }

  /** A column of numbers, where one is named. */
  void number(String param, Optional<String> column) {
    column.ifPresent(name -> number(param, name));
  }

  /** A column of numbers. */
  void number(String param, String column) {
    DataType found = field(param, column).dataType();
    if (!(found instanceof NumericType)) {
      throw wrong(param, column, found, "of numbers");
    }
  }

  private static IllegalArgumentException wrong(
      String param, String column, DataType found, String wanted) {
    return new IllegalArgumentException(
        "%s: column %s is of type %s; it must be %s"
            .formatted(param, column, found.simpleString(), wanted));
  }

  private StructField field(String param, String column) {
    return Arrays.stream(schema.fields())
        .filter(f -> f.name().equals(column))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: there is no column %s among %s"
                        .formatted(param, column, Arrays.toString(schema.fieldNames()))));
  }

  /** The schema with what is predicted. */
  StructType predicted(CoxRegressionParams params) {
    StructType more = schema;
    for (String name :
        new String[] {params.getPredictionCol(), params.getLinearPredictorCol().orElse("")}) {
      if (!name.isEmpty()) {
        more = added(more, name);
      }
    }
    return more;
  }

  private static StructType added(StructType schema, String name) {
    if (Arrays.asList(schema.fieldNames()).contains(name)) {
      throw new IllegalArgumentException(
          "there is a column %s already: set another predictionCol or linearPredictorCol"
              .formatted(name));
    }
    return schema.add(name, DataTypes.DoubleType, true);
  }
}
