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
import org.hepatica.transform.survival.Influence;
import org.hepatica.transform.survival.KeptCells;

/**
 * A night, one of two that are compared.
 *
 * @param run its name
 * @param started its start
 * @param code the version of the code
 * @param configuration the hash of the configuration
 * @param lake as it left it, or as it stands while it is at work
 * @param countsHold whether the counts of the cohort are kept and up to date
 */
record ComparedNight(
    String run, Instant started, String code, String configuration, Lake lake, boolean countsHold) {

  /** One that has ended well. */
  static ComparedNight of(PastRun run, Lake lake) {
    return new ComparedNight(
        run.id(),
        run.started(),
        Manifest.codeVersion(run.manifest()),
        Manifest.configurationHash(run.manifest()),
        lake.at(run.versions()),
        Manifest.fingerprints(run.manifest())
            .containsKey(Manifest.key(new AnalyzeStep().name(), run.study())));
  }

  /**
   * Its tables, of a run's centres. A column that earlier code did not write is null.
   *
   * @param plan the run's
   */
  Tables tables(RunPlan plan) {
    return DeriveStep.ofCenters(plan, table -> filled(lake.read(table), table));
  }

  /** Its cohort, with the counts of it where they are those of this night's cohort. */
  Influence.Cohort cohort(RunPlan plan) {
    Tables tables = tables(plan);
    return new Influence.Cohort(tables, countsHold ? KeptCells.of(tables) : KeptCells.none());
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
        run.lake(),
        true);
  }
}
