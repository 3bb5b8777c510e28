package org.hepatica.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.table.Column;
import org.hepatica.table.Kind;
import org.hepatica.table.Layer;
import org.hepatica.table.Operational;
import org.hepatica.table.TableDefinition;

/**
 * Everything a report is made of.
 *
 * @param study the study
 * @param results rows by table of {@code Results}, and {@code Gold.COHORT_FLOW}; a table that is
 *     absent has no rows; of {@code Results.DISCORDANT_PATIENT} {@link #MOST_DISCORDANT} at most
 * @param quarantine rows of {@link #QUARANTINE_SUMMARY}
 * @param reconciliation rows of {@code Operational.RECONCILIATION}
 * @param quality rows of {@code Operational.QUALITY}; none when the study has no rules
 * @param deliveries the newest delivery of each centre
 * @param run which run this is
 */
public record ReportInput(
    Study study,
    Map<TableDefinition, List<Row>> results,
    List<Row> quarantine,
    List<Row> reconciliation,
    List<Row> quality,
    List<DeliveryState> deliveries,
    RunFacts run) {

  /** So many discordant patients are shown, the first by their table's key. */
  public static final int MOST_DISCORDANT = 20;

  /** {@code Operational.QUARANTINE}, counted. */
  public static final TableDefinition QUARANTINE_SUMMARY =
      new TableDefinition(
          "quarantine_summary",
          Layer.RESULT,
          List.of(),
          List.of(
              Column.mandatory(Operational.EXPORT, Kind.TEXT, "the export"),
              Column.mandatory(Operational.RULE, Kind.TEXT, "the rule"),
              Column.of(Operational.COLUMN, Kind.TEXT, "the column"),
              Column.mandatory(Operational.LEVEL, Kind.TEXT, "record or cell"),
              Column.mandatory("count", Kind.LONG, "how many")),
          "what was withheld, by export, rule and column");

  /** Keeps the collections unchangeable. */
  public ReportInput {
    results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
    quarantine = List.copyOf(quarantine);
    reconciliation = List.copyOf(reconciliation);
    quality = List.copyOf(quality);
    deliveries = List.copyOf(deliveries);
  }

  /** The rows of a table; none when it is absent. */
  public List<TidyRow> rows(TableDefinition table) {
    return TidyRow.of(table, results.getOrDefault(table, List.of()));
  }
}
