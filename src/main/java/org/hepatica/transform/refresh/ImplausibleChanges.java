package org.hepatica.transform.refresh;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.ChangeSet;
import org.hepatica.table.Refresh;
import org.hepatica.table.Tables;

/** Changes that cannot be right, by the study's rules. */
public final class ImplausibleChanges {

  private ImplausibleChanges() {}

  /**
   * Applies rules.
   *
   * @param differences of {@link RowDifferences}
   * @param then the tables of the earlier night
   * @param now those of this one
   * @param rules whose tables and SQL are known to be right
   * @return rows of {@link Refresh#CHANGE}; empty when there is no rule
   */
  public static Optional<Dataset<Row>> of(
      Dataset<Row> differences, Tables then, Tables now, List<ChangeSet.Implausible> rules) {
    Map<String, List<ChangeSet.Implausible>> byTable =
        rules.stream()
            .collect(
                Collectors.groupingBy(
                    ChangeSet.Implausible::table, LinkedHashMap::new, Collectors.toList()));
    return byTable.values().stream()
        .map(ofTable -> new RulesOfTable(ofTable).applied(differences, then, now))
        .reduce(Dataset::union);
  }
}
