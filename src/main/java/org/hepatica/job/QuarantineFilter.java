package org.hepatica.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import picocli.CommandLine.Option;

/** Which quarantined records and cells are wanted: those that every given option names. */
final class QuarantineFilter {

  @Option(names = "--center", paramLabel = "NAME", split = ",", description = "Of these centres")
  private List<String> centers = List.of();

  @Option(names = "--rule", paramLabel = "NAME", split = ",", description = "By these rules")
  private List<String> rules = List.of();

  @Option(
      names = "--table",
      paramLabel = "NAME",
      split = ",",
      description = "Meant for these tables")
  private List<String> tables = List.of();

  @Option(
      names = "--delivery",
      paramLabel = "DATE",
      split = ",",
      description = "Of these deliveries")
  private List<String> deliveries = List.of();

  /** The rows that are wanted. */
  Dataset<Row> of(Dataset<Row> withheld) {
    return withheld.where(
        among(Registry.CENTER, centers)
            .and(among(Operational.RULE, rules))
            .and(among(Operational.TABLE, tables))
            .and(among(Registry.DELIVERY, deliveries)));
  }

  private static Column among(String column, List<String> wanted) {
    return wanted.isEmpty() ? lit(true) : col(column).isInCollection(wanted);
  }
}
