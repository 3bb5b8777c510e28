package org.hepatica.report;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.hepatica.protocol.Configuration;
import org.hepatica.protocol.Study;
import org.hepatica.table.Gold;
import org.hepatica.table.Operational;
import org.hepatica.table.TableDefinition;

/** Full result tables of a study with made-up numbers, to look at a report before there are any. */
final class MadeUpStudy {

  private MadeUpStudy() {}

  static Study study(String name) {
    return Configuration.load(Path.of("conf/hepatica.conf"), Map.of()).study(name);
  }

  static ReportInput input(String name) {
    Study study = study(name);
    return new ReportInput(
        study,
        results(study),
        quarantine(study),
        reconciliation(study),
        quality(study),
        List.of(
            new DeliveryState(
                study.centers().get(0), "2026-11-01", LocalDate.of(2026, 11, 1), 27, false)),
        run(study));
  }

  static Map<TableDefinition, List<Row>> results(Study study) {
    Map<TableDefinition, List<Row>> tables = new LinkedHashMap<>();
    tables.put(Gold.COHORT_FLOW, flow(study));
    new MadeUpSurvival(study).addTo(tables);
    new MadeUpModels(study).addTo(tables);
    new MadeUpCounts(study).addTo(tables);
    return tables;
  }

  /** A row with its schema, cells in the table's order. */
  static Row row(TableDefinition table, Object... cells) {
    return new GenericRowWithSchema(cells, table.schema());
  }

  private static List<Row> flow(Study study) {
    List<Row> rows = new ArrayList<>();
    long left = study.eligibility().size() > 3 ? 5210 : 197;
    int step = 1;
    for (Study.Rule rule : study.eligibility()) {
      long excluded = step == 1 ? 0 : rule.marks() ? left - 674 : left / 9;
      excluded = left < 1000 ? 0 : excluded;
      rows.add(
          row(Gold.COHORT_FLOW, step++, rule.id(), rule.label(), left, left - excluded, excluded));
      left -= excluded;
    }
    return rows;
  }

  private static List<Row> quarantine(Study study) {
    if (study.gene().isEmpty()) {
      return List.of();
    }
    TableDefinition table = ReportInput.QUARANTINE_SUMMARY;
    return List.of(
        row(table, "pathology", "bad-number", "largest_metastasis", "cell", 12L),
        row(table, "pathology", "conflict", null, "record", 3L),
        row(table, "typer", "unmapped", null, "record", 48L),
        row(table, "follow-up", "bad-date", "last_contact", "cell", 7L));
  }

  private static List<Row> reconciliation(Study study) {
    TableDefinition table = Operational.RECONCILIATION;
    String center = study.centers().get(0);
    return List.of(
        row(table, center, "patients", "2026-11-01", "patients.csv", 5214L, 5210L, 3L, 1L),
        row(table, center, "typer", "2026-11-01", "plate1.txt", 384L, 336L, 48L, 0L),
        row(table, center, "typer", "2026-11-01", "plate2.txt", 384L, 384L, 0L, 0L));
  }

  private static List<Row> quality(Study study) {
    TableDefinition table = Operational.QUALITY;
    String center = study.centers().get(0);
    return List.of(
        row(table, center, "cea-range", "reject", "cea", "cea_ng_ml", "no CEA", 3L, 5210L),
        row(table, center, "lesion-size", "warn", "lesion", "size_cm", "no size", 12L, 9120L),
        row(table, center, "stage", "warn", "liver_operation", "stage", "no stage", 0L, 5300L));
  }

  private static RunFacts run(Study study) {
    return new RunFacts(
        "20261101T020000Z-abcd",
        Instant.parse("2026-11-01T02:00:00Z"),
        "0.1.0 (3f2c9d1)",
        "9b74c9897bac770ffc029102a200c5de71c1f2ad9b74c9897bac770ffc029102",
        study.centers(),
        Map.of("bronze/record", 14L));
  }
}
