package org.hepatica.transform.refresh;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hepatica.protocol.ChangeSet;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;
import org.hepatica.table.Registry;

/** The counts of a night by name, and the alerts that they raise. */
public final class NightCounts {

  public static final String PATIENTS = Refresh.PATIENTS;
  public static final String PATIENTS_BEFORE = "patients_before";
  public static final String PATIENTS_NEW = "patients_new";
  public static final String PATIENTS_GONE = "patients_gone";
  public static final String PATIENTS_CHANGED = "patients_changed";
  public static final String FOLLOW_UP_EXTENDED = "follow_up_extended";
  public static final String DEATHS_NEW = "deaths_new";
  public static final String RECURRENCES_NEW = "recurrences_new";
  public static final String IMPLAUSIBLE = "implausible";
  public static final String IMPLAUSIBLE_REFUSED = "implausible_refused";
  public static final String QUARANTINED = Refresh.QUARANTINED;
  public static final String QUARANTINED_BEFORE = "quarantined_before";
  public static final String FAILING_RULES = Refresh.FAILING_RULES;
  public static final String FAILING_RULES_BEFORE = "failing_rules_before";
  public static final String RESULTS_MOVED = "results_moved";
  public static final String RESULTS_MOVED_LESS = "results_moved_less";
  public static final String HR_MOVED_MOST = "hr_moved_most";
  public static final String SURVIVAL_MOVED_MOST = "survival_moved_most";

  /** Every name, in the order in which they are told. */
  public static final List<String> NAMES =
      List.of(
          PATIENTS_BEFORE,
          PATIENTS,
          PATIENTS_NEW,
          PATIENTS_GONE,
          PATIENTS_CHANGED,
          FOLLOW_UP_EXTENDED,
          DEATHS_NEW,
          RECURRENCES_NEW,
          IMPLAUSIBLE,
          IMPLAUSIBLE_REFUSED,
          QUARANTINED_BEFORE,
          QUARANTINED,
          FAILING_RULES_BEFORE,
          FAILING_RULES,
          RESULTS_MOVED,
          RESULTS_MOVED_LESS,
          HR_MOVED_MOST,
          SURVIVAL_MOVED_MOST);

  /** One row of all counts, as alerts see it. */
  static final StructType ROW =
      NAMES.stream()
          .reduce(
              new StructType(),
              (type, name) -> type.add(name, DataTypes.DoubleType, true),
              (a, b) -> a);

  private NightCounts() {}

  /**
   * The counts of patients' changes.
   *
   * @param changes rows of {@link Refresh#CHANGE}
   * @return one row, a column a count
   */
  public static Dataset<Row> ofPatients(Dataset<Row> changes) {
    Map<String, Column> counts = new LinkedHashMap<>();
    counts.put(PATIENTS_NEW, count_if(kind(Refresh.PATIENT_NEW)));
    counts.put(PATIENTS_GONE, count_if(kind(Refresh.PATIENT_GONE)));
    counts.put(
        PATIENTS_CHANGED, patients(col(Refresh.KIND).isin(Refresh.OF_CHANGED_PATIENTS.toArray())));
    counts.put(FOLLOW_UP_EXTENDED, patients(kind(Refresh.FOLLOW_UP_EXTENDED)));
    counts.put(DEATHS_NEW, patients(kind(Refresh.DEATH_NEW)));
    counts.put(RECURRENCES_NEW, count_if(kind(Refresh.RECURRENCE_NEW)));
    counts.put(IMPLAUSIBLE, count_if(kind(Refresh.IMPLAUSIBLE)));
    counts.put(
        IMPLAUSIBLE_REFUSED,
        count_if(
            kind(Refresh.IMPLAUSIBLE).and(col(Operational.SEVERITY).equalTo(ChangeSet.REFUSE))));
    Column[] columns =
        counts.entrySet().stream()
            .map(e -> e.getValue().cast(DataTypes.DoubleType).as(e.getKey()))
            .toArray(Column[]::new);
    return changes.agg(columns[0], Stream.of(columns).skip(1).toArray(Column[]::new));
  }

  /**
   * The alerts that counts raise.
   *
   * @param counts one row of all {@link #NAMES}
   * @return rows of {@link Refresh#ALERT}
   */
  public static Dataset<Row> raised(Dataset<Row> counts, List<ChangeSet.Alert> alerts) {
    Column[] each =
        alerts.stream()
            .map(
                alert ->
                    struct(
                        lit(alert.name()).as(Operational.RULE),
                        lit(alert.severity()).as(Operational.SEVERITY),
                        lit(alert.message()).as(Operational.MESSAGE),
                        expr(alert.when()).as("raised")))
            .toArray(Column[]::new);
    return counts
        .select(explode(array(each)).as("alert"))
        .where(col("alert").getField("raised"))
        .select("alert." + Operational.RULE, "alert.severity", "alert." + Operational.MESSAGE);
  }

  /** The row that {@link #raised} takes, of counts by name; a count that is not there is null. */
  public static Row row(Map<String, Double> counts) {
    return org.apache.spark.sql.RowFactory.create(NAMES.stream().map(counts::get).toArray());
  }

  /** The schema of {@link #row}. */
  public static StructType schema() {
    return ROW;
  }

  private static Column kind(String kind) {
    return col(Refresh.KIND).equalTo(kind);
  }

  private static Column patients(Column of) {
    return count_distinct(when(of, struct(col(Registry.CENTER), col(Registry.PATIENT_ID))));
  }
}
