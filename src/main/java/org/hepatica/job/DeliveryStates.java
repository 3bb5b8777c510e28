package org.hepatica.job;

import static org.apache.spark.sql.functions.col;

import java.sql.Date;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.hepatica.report.DeliveryState;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/** The newest delivery of each centre of a run. */
final class DeliveryStates {

  private DeliveryStates() {}

  /** In the order of the centres; one without a delivery that counts is left out. */
  static List<DeliveryState> of(Run run) {
    List<Row> rows =
        run.lake()
            .small()
            .read(Operational.DELIVERIES)
            .where(col(Registry.CENTER).isInCollection(run.plan().centers().keySet()))
            .collectAsList();
    return run.plan().centers().keySet().stream()
        .flatMap(center -> of(run, center, rows).stream())
        .toList();
  }

  private static Optional<DeliveryState> of(Run run, String center, List<Row> rows) {
    return newest(center, rows, Operational.ACCEPTED)
        .map(
            row -> {
              String delivery = row.getAs(Registry.DELIVERY);
              LocalDate seen = row.<Date>getAs(Operational.LAST_SEEN).toLocalDate();
              boolean refused =
                  run.refusals().containsKey(center)
                      || newest(center, rows, Operational.REFUSED)
                          .filter(r -> r.<String>getAs(Registry.DELIVERY).compareTo(delivery) > 0)
                          .isPresent();
              long age = ChronoUnit.DAYS.between(seen, run.day());
              return new DeliveryState(center, delivery, seen, age, refused);
            });
  }

  private static Optional<Row> newest(String center, List<Row> rows, String state) {
    return rows.stream()
        .filter(row -> row.<String>getAs(Registry.CENTER).equals(center))
        .filter(row -> row.<String>getAs(Operational.STATE).equals(state))
        .max(Comparator.comparing(row -> row.<String>getAs(Registry.DELIVERY)));
  }
}
