package org.hepatica.ml.estimator;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;

/**
 * What a fit reads, each covariate a column of its own: a dataset that a formula can speak of.
 *
 * @param rows a column for each of the others
 * @param features the covariates' columns
 */
record TrainingTable(
    Dataset<Row> rows,
    List<String> features,
    String time,
    String event,
    Optional<String> entry,
    Optional<String> strata,
    Optional<String> weight,
    Optional<String> frequency,
    Optional<String> cluster,
    Optional<String> offset) {

  static TrainingTable of(CoxRegressionParams params, Dataset<?> dataset) {
    return new Builder(params, dataset).build();
  }

  /** R's formula of these columns. */
  String formula() {
    String response =
        Stream.of(entry, Optional.of(time), Optional.of(event))
            .flatMap(Optional::stream)
            .map(TrainingTable::quoted)
            .collect(Collectors.joining(", "));
    List<String> terms = new ArrayList<>(features.stream().map(TrainingTable::quoted).toList());
    strata.ifPresent(name -> terms.add("strata(" + quoted(name) + ")"));
    offset.ifPresent(name -> terms.add("offset(" + quoted(name) + ")"));
    cluster.ifPresent(name -> terms.add("cluster(" + quoted(name) + ")"));
    return "Surv(" + response + ") ~ " + (terms.isEmpty() ? "1" : String.join(" + ", terms));
  }

  /** The rows that a fit keeps: nothing missing, and observed for a while. */
  Dataset<Row> complete() {
    Dataset<Row> kept = rows;
    for (String name : rows.columns()) {
      Column value = column(name);
      kept = kept.where(value.isNotNull());
      if (rows.schema().apply(name).dataType() instanceof NumericType) {
        kept = kept.where(not(value.cast("double").isNaN()));
      }
    }
    return entry.isPresent() ? kept.where(column(entry.get()).lt(column(time))) : kept;
  }

  /** A column whatever its name. */
  static Column column(String name) {
    return col(quoted(name));
  }

  /** A status of 1 for an event and 0 if censored; another value fails by name. */
  static Column event(Column status, String name) {
    Column value = status.cast("double");
    return when(value.isNull().or(value.isNaN()).or(value.isin(0.0, 1.0)), value)
        .otherwise(
            raise_error(
                concat(
                    lit("censorCol: " + name + " is 1 for an event and 0 if censored, not "),
                    status.cast("string"))));
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  private static final class Builder {

    private final CoxRegressionParams params;
    private final Dataset<?> dataset;
    private final Set<String> taken = new HashSet<>();
    private final List<Column> first = new ArrayList<>();
    private final List<Column> second = new ArrayList<>();

    Builder(CoxRegressionParams params, Dataset<?> dataset) {
      this.params = params;
      this.dataset = dataset;
    }

    TrainingTable build() {
      List<String> features = FeatureNames.of(dataset, params.getFeaturesCol());
      features.forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
      String array = FeatureNames.free("array", taken);
      Column vector = of(params.getFeaturesCol());
      first.add(elements(vector, features.size()).as(array));
      String time = kept(params.getLabelCol(), of(params.getLabelCol()).cast("double"));
      String event =
          kept(
              params.getCensorCol(),
              TrainingTable.event(of(params.getCensorCol()), params.getCensorCol()));
      Optional<String> entry = params.getEntryCol().map(this::number);
      Optional<String> strata = params.getStrataCol().map(this::group);
      Optional<String> weight = params.getWeightCol().map(this::number);
      Optional<String> frequency = params.getFrequencyCol().map(this::number);
      Optional<String> cluster = params.getClusterCol().map(this::group);
      Optional<String> offset = params.getOffsetCol().map(this::number);
      for (int i = 0; i < features.size(); i++) {
        second.add(column(array).getItem(i).as(features.get(i)));
      }
      Dataset<Row> rows =
          dataset.select(first.toArray(Column[]::new)).select(second.toArray(Column[]::new));
      return new TrainingTable(
          rows, features, time, event, entry, strata, weight, frequency, cluster, offset);
    }

    private Column of(String name) {
      return dataset.col(quoted(name));
    }

    /** Under its own name, unless a covariate has that. */
    private String kept(String name, Column value) {
      String own = FeatureNames.free(name.replace('`', '\''), taken);
      first.add(value.as(own));
      second.add(column(own));
      return own;
    }

    private String number(String name) {
      return kept(name, of(name).cast("double"));
    }

    private String group(String name) {
      DataType type = dataset.schema().apply(name).dataType();
      boolean plain =
          type instanceof NumericType || type instanceof StringType || type instanceof BooleanType;
      return kept(name, plain ? of(name) : of(name).cast("string"));
    }

    /** Evaluated once a row: an array is no cheap thing that an optimiser repeats. */
    private Column elements(Column vector, int count) {
      String name = params.getFeaturesCol();
      UDF1<Vector, double[]> values =
          row -> {
            if (row != null && row.size() != count) {
              throw new IllegalArgumentException(
                  "a vector of %s has %d covariates, the first has %d"
                      .formatted(name, row.size(), count));
            }
            return row == null ? null : row.toArray();
          };
      return udf(values, DataTypes.createArrayType(DataTypes.DoubleType, false)).apply(vector);
    }
  }
}
