package org.hepatica.job;

import java.util.List;
import org.apache.spark.sql.Row;
import org.hepatica.table.TableDefinition;

/** Whether analyses that are run again give what they gave. */
final class SameResults {

  private final Run then;
  private final Run again;

  SameResults(Run then, Run again) {
    this.then = then;
    this.again = again;
  }

  /** In a line. Every row and every digit counts; the order of rows does not. */
  String said(List<TableDefinition> tables) {
    List<String> others =
        tables.stream()
            .filter(table -> !rows(then, table).equals(rows(again, table)))
            .map(TableDefinition::name)
            .toList();
    return others.isEmpty()
        ? "the same to the last digit as run %s had them".formatted(then.id())
        : "not as run %s had them: %s".formatted(then.id(), String.join(", ", others));
  }

  private static List<String> rows(Run run, TableDefinition table) {
    if (table.isOfPatients()) {
      return List.of(TableDigest.of(run.lake().read(table)));
    }
    return run.lake().read(table).collectAsList().stream().map(Row::toString).sorted().toList();
  }
}
