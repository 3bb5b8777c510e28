package org.hepatica.ml.estimator;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.survival.TiedTimes;
import org.hepatica.survival.cox.BaselineHazard;
import org.hepatica.survival.cox.BaselineSums;
import org.hepatica.survival.cox.Ties;

/**
 * What is learned once coefficients are known: the centre of the linear predictor, then the
 * baseline hazards from sums by stratum and time.
 */
final class Afterwards {

  /** So many strata by times are read; more means that a time is hardly ever seen twice. */
  private static final int MOST_TIMES = 1 << 20;

  private final TrainingTable table;
  private final Dataset<Row> rows;
  private final Column subjects;
  private final Column mass;

  Afterwards(TrainingTable table) {
    this.table = table;
    rows = table.complete();
    subjects = table.frequency().map(TrainingTable::column).orElse(lit(1.0));
    mass = table.weight().map(TrainingTable::column).orElse(lit(1.0)).multiply(subjects);
  }

  /** The predictor of coefficients, centred as R centres it. */
  Predictor predictor(double[] coefficient) {
    List<Column> sums = new ArrayList<>();
    sums.add(sum(mass));
    sums.add(sum(mass.multiply(offset())));
    for (String feature : table.features()) {
      Column x = TrainingTable.column(feature);
      sums.add(sum(mass.multiply(x)));
      sums.add(count_if(mass.notEqual(0).and(x.isin(-1.0, 0.0, 1.0).unary_$bang())));
    }
    Row found =
        rows.select(sums.toArray(Column[]::new)).first(); // one row of sums, whatever the data
    double[] centre = new double[coefficient.length];
    double all = found.isNullAt(0) ? 0 : found.getDouble(0);
    if (all == 0) {
      return new Predictor(coefficient, centre, 0);
    }
    for (int j = 0; j < centre.length; j++) {
      boolean signs = found.getLong(3 + 2 * j) == 0;
      centre[j] = signs ? 0 : found.getDouble(2 + 2 * j) / all;
    }
    return new Predictor(coefficient, centre, found.getDouble(1) / all);
  }

  private Column offset() {
    return table.offset().map(TrainingTable::column).orElse(lit(0.0));
  }

  /** Baseline hazards by stratum. */
  Baselines baselines(Predictor predictor, Ties ties) {
    if (ties == Ties.EXACT) {
      return Baselines.none("exact ties give no baseline hazard: fit with efron");
    }
    Column hazard = exp(eta(predictor));
    Dataset<Row> valued =
        rows.select(
            stratum().as("stratum"),
            TrainingTable.column(table.time()).as("time"),
            table.entry().map(TrainingTable::column).orElse(lit(null).cast("double")).as("entry"),
            TrainingTable.column(table.event()).equalTo(1).as("died"),
            subjects.as("subjects"),
            mass.as("mass"),
            mass.multiply(hazard).as("hazard"));
    Optional<List<Row>> leaving = few(leaving(valued));
    Optional<List<Row>> entering =
        table.entry().isPresent() ? few(entering(valued)) : Optional.of(List.of());
    if (leaving.isEmpty() || entering.isEmpty()) {
      return Baselines.none(
          "more than %d times: a baseline hazard is kept of rounded times only"
              .formatted(MOST_TIMES));
    }
    return baselines(leaving.get(), entering.get(), ties);
  }

  /** The linear predictor of the covariates' own columns. */
  private Column eta(Predictor predictor) {
    Column sum = offset().minus(predictor.offsetCentre());
    for (int j = 0; j < table.features().size(); j++) {
      if (predictor.coefficient()[j] != 0) {
        Column x = TrainingTable.column(table.features().get(j)).minus(predictor.centre()[j]);
        sum = sum.plus(x.multiply(predictor.coefficient()[j]));
      }
    }
    return sum;
  }

  private Column stratum() {
    return table.strata().map(TrainingTable::column).orElse(lit(Baselines.WHOLE));
  }

  private static Dataset<Row> leaving(Dataset<Row> valued) {
    Column died = valued.col("died");
    return valued
        .groupBy("stratum", "time")
        .agg(
            sum("hazard"),
            sum(when(died, valued.col("subjects")).otherwise(0.0)),
            sum(when(died, valued.col("mass")).otherwise(0.0)),
            sum(when(died, valued.col("hazard")).otherwise(0.0)));
  }

  private static Dataset<Row> entering(Dataset<Row> valued) {
    return valued.groupBy("stratum", "entry").agg(coalesce(sum("hazard"), lit(0.0)));
  }

  private static Optional<List<Row>> few(Dataset<Row> grouped) {
    List<Row> rows = grouped.limit(MOST_TIMES + 1).collectAsList();
    return rows.size() > MOST_TIMES ? Optional.empty() : Optional.of(rows);
  }

  private static Baselines baselines(List<Row> leaving, List<Row> entering, Ties ties) {
    TiedTimes tied =
        TiedTimes.among(
            Stream.concat(leaving.stream(), entering.stream())
                .mapToDouble(row -> row.getDouble(1))
                .toArray());
    Map<String, BaselineSums> sums = new HashMap<>();
    for (Row row : leaving) {
      BaselineSums own = sums.computeIfAbsent(name(row), s -> new BaselineSums());
      double time = tied.of(row.getDouble(1));
      own.leave(time, row.getDouble(2));
      own.die(time, (long) row.getDouble(3), row.getDouble(4), row.getDouble(5));
    }
    for (Row row : entering) {
      sums.get(name(row)).enter(tied.of(row.getDouble(1)), row.getDouble(2));
    }
    Map<String, BaselineHazard> hazards = new HashMap<>();
    sums.forEach((stratum, own) -> hazards.put(stratum, own.hazard(ties)));
    return new Baselines(hazards, Optional.empty());
  }

  private static String name(Row row) {
    return Baselines.name(row.get(0));
  }
}
