package org.hepatica.job;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.hepatica.source.DeliveredFile;
import org.hepatica.source.Landing;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.Tables;

/**
 * The deliveries that the lake has already. They name new ones: a delivery is the same as one
 * before only if its content is that of the newest, so that A, B, A ends in A.
 */
final class KnownDeliveries implements Landing.Naming {

  private static final int DATE = "yyyy-MM-dd".length();

  /** By centre and delivery, the hashes of each export's files. */
  private final Map<String, NavigableMap<String, Map<String, Set<String>>>> known = new HashMap<>();

  /** By centre and delivery, its row of {@link Operational#DELIVERIES}. */
  private final Map<List<String>, Row> judged = new HashMap<>();

  /** Those of a lake. */
  static KnownDeliveries of(Tables tables) {
    KnownDeliveries deliveries = new KnownDeliveries();
    tables
        .read(Operational.DELIVERY_FILE)
        .select(Registry.CENTER, Registry.DELIVERY, Operational.EXPORT, Operational.FILE_HASH)
        .collectAsList()
        .forEach(row -> deliveries.add(row.getString(0), row.getString(1), row));
    tables
        .read(Operational.DELIVERIES)
        .collectAsList()
        .forEach(
            row ->
                deliveries.judged.put(
                    List.of(row.getAs(Registry.CENTER), row.getAs(Registry.DELIVERY)), row));
    return deliveries;
  }

  private void add(String center, String delivery, Row row) {
    of(center)
        .computeIfAbsent(delivery, d -> new HashMap<>())
        .computeIfAbsent(row.getString(2), export -> new TreeSet<>())
        .add(row.getString(3));
  }

  private NavigableMap<String, Map<String, Set<String>>> of(String center) {
    return known.computeIfAbsent(center, c -> new TreeMap<>());
  }

  /** The date of a delivery. */
  static LocalDate date(String delivery) {
    return LocalDate.parse(delivery.substring(0, DATE));
  }

  @Override
  public String of(String center, String date, boolean direct, List<DeliveredFile> files) {
    Map<String, Set<String>> wanted =
        files.stream()
            .collect(
                Collectors.groupingBy(
                    DeliveredFile::export,
                    Collectors.mapping(DeliveredFile::sha256, Collectors.toSet())));
    NavigableMap<String, Map<String, Set<String>>> own = of(center);
    Optional<String> ofDate = newestOf(own, date);
    if (ofDate.filter(id -> holds(own.get(id), wanted)).isPresent()) {
      return ofDate.get();
    }
    Optional<String> before = newestAccepted(center, wanted.keySet());
    if (before.filter(id -> holds(own.get(id), wanted)).isPresent()) {
      return before.get();
    }
    return ofDate.map(id -> after(id, date)).orElse(date);
  }

  /** Whether a delivery of the centre is there and counts. */
  boolean isAccepted(String center, String delivery) {
    return of(center).containsKey(delivery) && !isRefused(center, delivery);
  }

  private boolean isRefused(String center, String delivery) {
    return judged(center, delivery)
        .filter(row -> row.<String>getAs(Operational.STATE).equals(Operational.REFUSED))
        .isPresent();
  }

  /** What was judged of a delivery before. */
  Optional<Row> judged(String center, String delivery) {
    return Optional.ofNullable(judged.get(List.of(center, delivery)));
  }

  /** The newest delivery of a centre that counts. */
  Optional<String> newestAccepted(String center) {
    return of(center).descendingKeySet().stream().filter(id -> !isRefused(center, id)).findFirst();
  }

  private static Optional<String> newestOf(NavigableMap<String, ?> own, String date) {
    return own.descendingKeySet().stream().filter(id -> id.startsWith(date)).findFirst();
  }

  /** The newest one that counts for any of the exports; it may be that for one of them only. */
  private Optional<String> newestAccepted(String center, Set<String> exports) {
    return of(center).descendingMap().entrySet().stream()
        .filter(e -> !isRefused(center, e.getKey()))
        .filter(e -> e.getValue().keySet().stream().anyMatch(exports::contains))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean holds(Map<String, Set<String>> known, Map<String, Set<String>> wanted) {
    return wanted.entrySet().stream().allMatch(e -> e.getValue().equals(known.get(e.getKey())));
  }

  private static String after(String newest, String date) {
    int number = newest.length() == DATE ? 1 : Integer.parseInt(newest.substring(DATE + 1));
    return "%s.%02d".formatted(date, number + 1);
  }
}
