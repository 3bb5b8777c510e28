package org.hepatica.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.lake.EveryVersion;
import org.hepatica.lake.Lake;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;

/** How many rows of the lake's tables are some persons'. */
final class ErasedRows {

  private final Run run;

  ErasedRows(Run run) {
    this.run = run;
  }

  /** Records of a centre as they are now. */
  long records(String center, Set<String> identifiers) {
    return count(run.lake().read(Operational.RECORD), center, identifiers);
  }

  /** Rows of records in files of whatever version. */
  long recordsEver(String center, Set<String> identifiers) {
    return count(EveryVersion.of(run.spark(), run.lake(), Operational.RECORD), center, identifiers);
  }

  private static long count(Dataset<Row> records, String center, Set<String> identifiers) {
    return records
        .where(col(Registry.CENTER).equalTo(center))
        .where(exists(col(Operational.LINKS), link -> link.isInCollection(identifiers)))
        .count();
  }

  /** Tells of each table how many rows have an identifier in any column. */
  void tell(List<RunPlan> plans, Set<String> identifiers) {
    String any = identifiers.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    for (RunPlan plan : plans) {
      boolean isLast = plan == plans.get(plans.size() - 1);
      Lake lake = Lake.open(run.spark(), plan.installation().lake(), plan.study().name());
      for (TableDefinition table : Dictionary.versioned()) {
        if (lake.version(table).isPresent() && (isLast || table.layer().ofStudy())) {
          tell(plan, table, lake.read(table), any);
        }
      }
    }
  }

  private void tell(RunPlan plan, TableDefinition table, Dataset<Row> rows, String any) {
    Column all =
        to_json(struct(List.of(rows.columns()).stream().map(n -> col(n)).toArray(Column[]::new)));
    long count = rows.where(all.rlike(any)).count();
    if (count > 0) {
      run.progress()
          .say(
              "  %s%s: %d rows"
                  .formatted(
                      table.fullName(),
                      table.layer().ofStudy() ? " of study " + plan.study().name() : "",
                      count));
    }
  }
}
