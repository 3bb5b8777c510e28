package org.hepatica.job;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.protocol.Center;
import org.hepatica.source.Arrival;
import org.hepatica.source.Arrivals;
import org.hepatica.source.DeliveredFile;
import org.hepatica.source.FileCheck;
import org.hepatica.source.KnownDeliveries;
import org.hepatica.source.KnownDelivery;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.Tables;
import scala.jdk.javaapi.CollectionConverters;

/** What is written down of the deliveries of all centres: which there are, whether they count. */
final class DeliveryLedger {

  /** By centre and delivery, its row of {@link Operational#DELIVERIES}. */
  private final Map<List<String>, Row> rows = new LinkedHashMap<>();

  /** By centre and delivery, the hashes of each export's files. */
  private final Map<List<String>, Map<String, Set<String>>> content = new HashMap<>();

  /** By centre and delivery, the columns of each export's files. */
  private final Map<List<String>, Map<String, Set<String>>> columns = new HashMap<>();

  private Withdrawal withdrawal;

  private DeliveryLedger() {}

  /** That of a lake. */
  static DeliveryLedger of(Tables tables) {
    DeliveryLedger ledger = new DeliveryLedger();
    tables
        .read(Operational.DELIVERY_FILE)
        .select(
            Registry.CENTER,
            Registry.DELIVERY,
            Operational.EXPORT,
            Operational.FILE_HASH,
            Operational.COLUMNS)
        .collectAsList()
        .forEach(ledger::addFile);
    tables
        .read(Operational.DELIVERIES)
        .collectAsList()
        .forEach(
            row ->
                ledger.rows.put(
                    List.of(row.getAs(Registry.CENTER), row.getAs(Registry.DELIVERY)), row));
    return ledger;
  }

  /** The same, once a delivery is withdrawn; null when none is. */
  DeliveryLedger without(Withdrawal delivery) {
    if (delivery != null) {
      withdrawal = delivery;
    }
    return this;
  }

  /** From when on a centre's deliveries have to be taken again; null when they have not. */
  LocalDate anew(String center) {
    return isWithdrawnFrom(center) ? withdrawal.date() : null;
  }

  private boolean isWithdrawnFrom(String center) {
    return withdrawal != null && withdrawal.center().equals(center);
  }

  private String state(List<String> key, Row row) {
    return withdrawal != null && key.equals(List.of(withdrawal.center(), withdrawal.delivery()))
        ? Operational.WITHDRAWN
        : row.getAs(Operational.STATE);
  }

  private void addFile(Row row) {
    List<String> key = List.of(row.getString(0), row.getString(1));
    String export = row.getString(2);
    add(content, key, export, Set.of(row.getString(3)));
    add(columns, key, export, row.isNullAt(4) ? Set.of() : row.<String>getList(4));
  }

  private static void add(
      Map<List<String>, Map<String, Set<String>>> all,
      List<String> key,
      String export,
      Collection<String> texts) {
    all.computeIfAbsent(key, k -> new HashMap<>())
        .computeIfAbsent(export, e -> new TreeSet<>())
        .addAll(texts);
  }

  /** The deliveries of a centre. */
  KnownDeliveries of(String center) {
    return new KnownDeliveries(
        rows.entrySet().stream()
            .filter(each -> each.getKey().get(0).equals(center))
            .map(each -> known(each.getKey(), each.getValue()))
            .toList());
  }

  /** Why deliveries of a centre were refused; empty for those that were not. */
  List<String> problems(String center, List<Arrival> deliveries) {
    return deliveries.stream()
        .map(each -> rows.get(List.of(center, each.id())))
        .filter(
            row -> row != null && row.<String>getAs(Operational.STATE).equals(Operational.REFUSED))
        .map(row -> row.<String>getAs(Operational.REASON))
        .toList();
  }

  private KnownDelivery known(List<String> key, Row row) {
    return new KnownDelivery(
        key.get(1),
        state(key, row),
        row.getAs(Operational.STAMP),
        row.<Date>getAs(Operational.LAST_SEEN).toLocalDate(),
        content.getOrDefault(key, Map.of()),
        columns.getOrDefault(key, Map.of()));
  }

  /** Its files, of all that were read to their end. */
  static void writeFiles(Run run, Collection<Arrivals> found) {
    List<Row> files =
        found.stream()
            .flatMap(each -> each.deliveries().stream())
            .flatMap(each -> each.files().stream())
            .map(file -> file(file, run))
            .toList();
    Set<String> parts =
        files.stream()
            .map(row -> part(row.getString(0), row.getString(2)))
            .collect(Collectors.toCollection(TreeSet::new));
    found.forEach(each -> parts.addAll(emptied(each)));
    if (!parts.isEmpty()) {
      run.lake()
          .replace(Operational.DELIVERY_FILE, files, String.join(" or ", parts), Registry.CENTER);
    }
  }

  /** Deliveries of which no file is left, as all were of a person who was erased. */
  private static List<String> emptied(Arrivals found) {
    return found.deliveries().stream()
        .filter(each -> each.files().isEmpty() && each.state().equals(Operational.UNCHANGED))
        .map(each -> part(found.center(), each.id()))
        .toList();
  }

  private static Row file(DeliveredFile file, Run run) {
    Center.Export export = run.plan().centers().get(file.center()).exports().get(file.export());
    return RowFactory.create(
        file.center(),
        file.export(),
        file.delivery(),
        file.shown(),
        file.sha256(),
        file.bytes(),
        run.id(),
        CollectionConverters.asScala(FileCheck.columns(file, export)).toSeq());
  }

  private static String part(String center, String delivery) {
    return "(center = '%s' and delivery = '%s')".formatted(center, delivery);
  }

  /** Writes what is new of each centre's deliveries, in one commit; none where nothing is. */
  void write(Run run, Collection<Arrivals> found) {
    List<Row> changed = new ArrayList<>();
    for (Arrivals each : found) {
      List<Row> own = new ArrayList<>();
      each.deliveries().forEach(arrival -> own.add(row(run, each.center(), arrival)));
      if (!run.refusals().containsKey(each.center())) {
        each.replaced().forEach(id -> own.add(now(each.center(), id, Operational.REPLACED)));
        if (isWithdrawnFrom(each.center())) {
          own.add(now(each.center(), withdrawal.delivery(), Operational.WITHDRAWN));
        }
      }
      own.stream().filter(row -> !row.equals(rows.get(key(row)))).forEach(changed::add);
    }
    if (!changed.isEmpty()) {
      run.lake()
          .replace(
              Operational.DELIVERIES,
              changed,
              changed.stream()
                  .map(row -> part(row.getString(0), row.getString(1)))
                  .collect(Collectors.joining(" or ")),
              Registry.CENTER);
    }
  }

  private static List<String> key(Row row) {
    return List.of(row.getString(0), row.getString(1));
  }

  private Row row(Run run, String center, Arrival arrival) {
    Row known = rows.get(List.of(center, arrival.id()));
    List<String> problems =
        arrival.isTaken() ? run.refusals().getOrDefault(center, List.of()) : arrival.problems();
    return RowFactory.create(
        center,
        arrival.id(),
        problems.isEmpty() ? arrival.state() : Operational.REFUSED,
        problems.isEmpty() ? null : String.join("; ", problems),
        Date.valueOf(arrival.seen()),
        known == null ? run.id() : known.<String>getAs(Operational.FIRST_RUN),
        arrival.stamp());
  }

  private Row now(String center, String delivery, String state) {
    Row row = rows.get(List.of(center, delivery));
    return RowFactory.create(
        center,
        delivery,
        state,
        null,
        row.getAs(Operational.LAST_SEEN),
        row.getAs(Operational.FIRST_RUN),
        row.getAs(Operational.STAMP));
  }
}
