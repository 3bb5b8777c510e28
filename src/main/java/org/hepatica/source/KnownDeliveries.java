package org.hepatica.source;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The deliveries of one centre that the lake has judged. Immutable. */
public final class KnownDeliveries {

  /** None. */
  public static final KnownDeliveries NONE = new KnownDeliveries(List.of());

  private final NavigableMap<String, KnownDelivery> byId = new TreeMap<>();

  /** With those given. */
  public KnownDeliveries(Collection<KnownDelivery> known) {
    known.forEach(each -> byId.put(each.id(), each));
  }

  /** All of them, oldest first. */
  public Collection<KnownDelivery> all() {
    return Collections.unmodifiableCollection(byId.values());
  }

  /** Those whose records may count, oldest first. */
  public List<KnownDelivery> counting() {
    return byId.values().stream().filter(KnownDelivery::counts).toList();
  }

  /** The one of a name. */
  public Optional<KnownDelivery> of(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The newest one whose records may count. */
  public Optional<KnownDelivery> newest() {
    return byId.descendingMap().values().stream().filter(KnownDelivery::counts).findFirst();
  }

  /** A day, but never one before a delivery that is known: a clock may go wrong. */
  public LocalDate notBefore(LocalDate today) {
    return newest()
        .map(each -> KnownDelivery.date(each.id()))
        .filter(today::isBefore)
        .orElse(today);
  }

  /** Whether a file of a date is one of those that count. */
  public boolean hasTaken(String export, LocalDate date, Path file) throws IOException {
    List<KnownDelivery> ofDate = counting().stream().filter(each -> each.isOf(date)).toList();
    String hash = ofDate.isEmpty() ? "" : Content.hash(file);
    return ofDate.stream()
        .anyMatch(each -> each.content().getOrDefault(export, Set.of()).contains(hash));
  }

  /**
   * The columns of an export in the newest delivery that counts and has it, of those before one;
   * empty when there is none.
   */
  Set<String> columns(String export, String before) {
    return byId.headMap(before, false).descendingMap().values().stream()
        .filter(KnownDelivery::counts)
        .map(each -> each.columns().getOrDefault(export, Set.of()))
        .filter(columns -> !columns.isEmpty())
        .findFirst()
        .orElse(Set.of());
  }

  /** The newest one of a date, whatever became of it. */
  Optional<KnownDelivery> newestOf(LocalDate date) {
    return byId.descendingMap().values().stream().filter(each -> each.isOf(date)).findFirst();
  }

  /** A name that no delivery of the date has. */
  String nameFor(LocalDate date) {
    return newestOf(date).map(each -> KnownDelivery.after(each.id())).orElse(date.toString());
  }

  /** Whether a folder's files were withdrawn. */
  boolean isWithdrawn(Folder folder, String stamp) {
    return byId.values().stream()
        .filter(each -> folder.direct() || each.isOf(folder.date()))
        .anyMatch(each -> each.isWithdrawn() && Folder.isSame(stamp, each.stamp()));
  }

  /** Whether a delivery that counts is of a later date. */
  boolean countsAfter(LocalDate date) {
    return newest().filter(each -> KnownDelivery.date(each.id()).isAfter(date)).isPresent();
  }

  /** Whether a delivery since may count instead. */
  boolean hasLater(KnownDelivery known) {
    return byId.tailMap(known.id(), false).values().stream().anyMatch(KnownDelivery::counts);
  }
}
