package org.hepatica.job;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.source.DeliveredFile;
import org.hepatica.source.Landing;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/** What a run writes down of the deliveries that it found: whether they count. */
final class DeliveryLedger {

  private final Run run;
  private final Landing.Listing listing;
  private final KnownDeliveries known;

  DeliveryLedger(Run run, Landing.Listing listing, KnownDeliveries known) {
    this.run = run;
    this.listing = listing;
    this.known = known;
  }

  /** SQL of the deliveries that files are taken of, of some centres. */
  static String parts(Landing.Listing listing, Set<String> centers) {
    return listing.files().stream()
        .filter(file -> centers.contains(file.center()))
        .map(file -> part(file.center(), file.delivery()))
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  private static String part(String center, String delivery) {
    return "(center = '%s' and delivery = '%s')".formatted(center, delivery);
  }

  /** Writes what is new of each centre's deliveries, in one commit; none where nothing is. */
  void write() {
    List<Row> rows = new ArrayList<>();
    Set<String> parts = new TreeSet<>();
    for (String center : listing.lastSeen().keySet()) {
      TreeSet<String> deliveries = deliveries(center);
      for (String delivery : deliveries) {
        Row row = row(center, delivery, delivery.equals(deliveries.last()));
        if (known.judged(center, delivery).filter(row::equals).isEmpty()) {
          rows.add(row);
          parts.add(part(center, delivery));
        }
      }
    }
    if (!rows.isEmpty()) {
      run.lake()
          .replace(
              Operational.DELIVERIES,
              run.lake().rows(Operational.DELIVERIES, rows),
              String.join(" or ", parts),
              Registry.CENTER,
              Registry.DELIVERY);
    }
  }

  private TreeSet<String> deliveries(String center) {
    return listing.files(center).stream()
        .map(DeliveredFile::delivery)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Row row(String center, String delivery, boolean newest) {
    LocalDate seen = newest ? listing.lastSeen().get(center) : KnownDeliveries.date(delivery);
    // One that counted before counts on: what is refused now is new.
    List<String> problems =
        known.isAccepted(center, delivery)
            ? List.of()
            : run.refusals().getOrDefault(center, List.of());
    return RowFactory.create(
        center,
        delivery,
        problems.isEmpty() ? Operational.ACCEPTED : Operational.REFUSED,
        problems.isEmpty() ? null : String.join("; ", problems),
        Date.valueOf(seen),
        known
            .judged(center, delivery)
            .map(row -> row.<String>getAs(Operational.FIRST_RUN))
            .orElse(run.id()));
  }
}
