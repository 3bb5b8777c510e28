package org.hepatica.job;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.hepatica.lake.Lake;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;

/**
 * A night, one of two that are compared.
 *
 * @param run its name
 * @param started its start
 * @param code the version of the code
 * @param configuration the hash of the configuration
 * @param lake as it left it, or as it stands while it is at work
 */
record ComparedNight(String run, Instant started, String code, String configuration, Lake lake) {

  /** One that has ended well. */
  static ComparedNight of(PastRun run, Lake lake) {
    return new ComparedNight(
        run.id(),
        run.started(),
        Manifest.codeVersion(run.manifest()),
        Manifest.configurationHash(run.manifest()),
        lake.at(run.versions()));
  }

  /**
   * Its tables, of a run's centres. A column that earlier code did not write is null.
   *
   * @param plan the run's
   */
  Tables tables(RunPlan plan) {
    return DeriveStep.ofCenters(plan, table -> filled(lake.read(table), table));
  }

  private static Dataset<Row> filled(Dataset<Row> rows, TableDefinition table) {
    Map<String, Column> missing = new LinkedHashMap<>();
    List<String> there = List.of(rows.columns());
    for (StructField field : table.schema().fields()) {
      if (!there.contains(field.name())) {
        missing.put(field.name(), functions.lit(null).cast(field.dataType()));
      }
    }
    return missing.isEmpty() ? rows : rows.withColumns(missing);
  }

  /** The one that is at work. */
  static ComparedNight of(Run run) {
    return new ComparedNight(
        run.id(),
        run.started(),
        CodeVersion.current(),
        Manifest.configurationHash(run.plan()),
        run.lake());
  }
}
