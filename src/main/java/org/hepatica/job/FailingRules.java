package org.hepatica.job;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/** Quality rules that fail, in a line each. */
final class FailingRules {

  /** A row of the table quality. */
  record Counts(
      String center,
      String rule,
      String severity,
      String table,
      String message,
      long failing,
      long checked) {}

  private FailingRules() {}

  /** From a stored row. */
  static Counts of(Row row) {
    return new Counts(
        row.getAs(Registry.CENTER),
        row.getAs(Operational.RULE),
        row.getAs(Operational.SEVERITY),
        row.getAs(Operational.TABLE),
        row.getAs(Operational.MESSAGE),
        row.<Long>getAs(Operational.FAILING),
        row.<Long>getAs(Operational.CHECKED));
  }

  /** From a line of the result file. */
  static Counts of(NamedCsvRecord row) {
    return new Counts(
        row.getField(Registry.CENTER),
        row.getField(Operational.RULE),
        row.getField(Operational.SEVERITY),
        row.getField(Operational.TABLE),
        row.getField(Operational.MESSAGE),
        Long.parseLong(row.getField(Operational.FAILING)),
        Long.parseLong(row.getField(Operational.CHECKED)));
  }

  /** A line for each rule that fails at a centre: rejecting ones first, then by failing rows. */
  static List<String> lines(List<Counts> counts) {
    return counts.stream()
        .filter(each -> each.failing() > 0)
        .sorted(
            Comparator.comparing(Counts::severity)
                .thenComparing(each -> -each.failing())
                .thenComparing(Counts::rule)
                .thenComparing(Counts::center))
        .map(FailingRules::line)
        .toList();
  }

  private static String line(Counts counts) {
    return "%s, %s: %d of %d rows of %s %s; %s"
        .formatted(
            counts.center(),
            counts.rule(),
            counts.failing(),
            counts.checked(),
            counts.table(),
            counts.severity().equals("reject") ? "withheld" : "warned of",
            counts.message());
  }
}
