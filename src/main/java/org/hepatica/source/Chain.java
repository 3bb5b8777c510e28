package org.hepatica.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hepatica.protocol.Center;
import org.hepatica.table.Operational;

/**
 * Goes through a centre's folders by date beside what the lake knows of them. Folders that are as
 * they were are not opened. From the first delivery on that the lake does not have, all are taken
 * again: so what came late is where it would be had it come in time.
 */
final class Chain {

  private final Center center;
  private final TreeMap<LocalDate, Folder> folders;
  private final KnownDeliveries known;
  private final Completeness completeness;
  private final Function<List<DeliveredFile>, List<String>> check;
  private final Set<String> cut;

  /** By export, the content that counts before the folder that is looked at. */
  private final Map<String, Set<String>> current = new HashMap<>();

  private final List<Arrival> arrivals = new ArrayList<>();
  private final List<String> waiting = new ArrayList<>();
  private List<String> unmatched = List.of();
  private LocalDate lastSeen;
  private LocalDate begin;
  private boolean readAnew;

  /**
   * Of a centre.
   *
   * @param folders all that there are, by date
   * @param check what is wrong with the columns of a delivery's files, a line each
   * @param cut the folders out of whose files persons were cut: they are the deliveries that they
   *     were
   */
  Chain(
      Center center,
      TreeMap<LocalDate, Folder> folders,
      KnownDeliveries known,
      Completeness completeness,
      Function<List<DeliveredFile>, List<String>> check,
      Set<String> cut) {
    this.cut = cut;
    this.center = center;
    this.folders = folders;
    this.known = known;
    this.completeness = completeness;
    this.check = check;
  }

  /**
   * What is found.
   *
   * @param anew the date from which on all are taken again; null for none
   */
  Arrivals arrivals(LocalDate anew) {
    LocalDate last = LocalDate.MIN;
    for (Folder folder : folders.values()) {
      if (anew != null && !isAnew() && !folder.date().isBefore(anew)) {
        count(last, anew);
        begin = anew;
      }
      if (!isAnew()) {
        count(last, folder.date());
        last = folder.date();
      }
      look(folder);
    }
    if (!isAnew()) {
      count(last, anew == null ? LocalDate.MAX : anew);
      begin = anew;
    }
    Arrivals found =
        new Arrivals(
            center.name(),
            anew == null ? backTo() : Optional.of(anew),
            List.copyOf(arrivals),
            replaced(),
            List.of(),
            List.copyOf(waiting),
            unmatched,
            Optional.ofNullable(lastSeen));
    return new ChainCheck(center, folders.keySet(), known, begin).checked(found, current.keySet());
  }

  private boolean isAnew() {
    return begin != null;
  }

  /** Deliveries that count and are of a date from one on and before another. */
  private void count(LocalDate from, LocalDate before) {
    known.counting().stream()
        .filter(each -> !each.isBefore(from) && each.isBefore(before))
        .forEach(each -> current.putAll(each.content()));
  }

  private void look(Folder folder) {
    Optional<KnownDelivery> row = folder.direct() ? known.newest() : known.newestOf(folder.date());
    String stamp = folder.stamp(center);
    boolean asBefore = row.filter(each -> stamp.equals(each.stamp())).isPresent();
    if (known.isWithdrawn(folder, stamp)) {
      return;
    }
    if (isCut(folder) && row.filter(KnownDelivery::isWithdrawn).isPresent()) {
      staysWithdrawn(row.get(), stamp);
      return;
    }
    boolean settled = asBefore && (row.get().counts() || known.hasLater(row.get()));
    if (!isAnew() && (settled || isReadForGood(folder, row, stamp))) {
      seen(row.get().lastSeen());
      return;
    }
    Optional<String> lacks = completeness.lacks(folder.path(), folder.files());
    if (lacks.isPresent()) {
      waiting.add(
          "%s/%s is not complete, %s: it is taken when it is"
              .formatted(center.name(), folder.date(), lacks.get()));
      return;
    }
    open(folder, row, stamp);
  }

  private boolean isCut(Folder folder) {
    return cut.contains(LandingCut.name(folder));
  }

  private void staysWithdrawn(KnownDelivery row, String stamp) {
    arrivals.add(
        new Arrival(row.id(), row.state(), List.of(), Set.of(), row.lastSeen(), stamp, List.of()));
  }

  /**
   * Whether files that are to be read in another way are left as they were read: one since, which
   * would have to be read after them, is no longer there.
   */
  private boolean isReadForGood(Folder folder, Optional<KnownDelivery> row, String stamp) {
    return row.filter(each -> each.counts() && Folder.isSame(stamp, each.stamp())).isPresent()
        && isGoneSince(folder);
  }

  private boolean isGoneSince(Folder folder) {
    return known.counting().stream()
        .map(each -> KnownDelivery.date(each.id()))
        .anyMatch(date -> date.isAfter(folder.date()) && !folders.containsKey(date));
  }

  private void seen(LocalDate date) {
    lastSeen = lastSeen == null || date.isAfter(lastSeen) ? date : lastSeen;
  }

  private void open(Folder folder, Optional<KnownDelivery> row, String stamp) {
    unmatched = Selection.unmatched(center, folder, completeness::isSign);
    List<String> problems = new ArrayList<>();
    List<DeliveredFile> files = folder.hashed(center, problems);
    if (problems.isEmpty()) {
      problems.addAll(check.apply(files));
    }
    if (!problems.isEmpty()) {
      refuse(folder, row, stamp, problems);
    } else if (!files.isEmpty() || isCut(folder) && row.isPresent()) {
      add(folder, row, stamp, files);
    }
  }

  private void refuse(
      Folder folder, Optional<KnownDelivery> row, String stamp, List<String> problems) {
    String id = name(folder, row, Optional.empty());
    arrivals.add(
        new Arrival(id, Operational.REFUSED, List.of(), Set.of(), folder.date(), stamp, problems));
  }

  private void add(
      Folder folder, Optional<KnownDelivery> row, String stamp, List<DeliveredFile> files) {
    Map<String, Set<String>> content = Folder.content(files);
    boolean isLess =
        isCut(folder)
            && row.filter(each -> each.counts() && !each.content().equals(content)).isPresent();
    Optional<KnownDelivery> same = row.filter(each -> isLess || each.content().equals(content));
    boolean alike = same.filter(each -> Folder.readAlike(stamp, each.stamp())).isPresent();
    boolean isToBeRead = isLess && !isGoneSince(folder);
    readAnew = readAnew || same.filter(KnownDelivery::counts).isPresent() && !alike;
    Set<String> changed = changed(content);
    String state = changed.isEmpty() ? Operational.UNCHANGED : Operational.ACCEPTED;
    String id = name(folder, row, same);
    boolean isKnown = alike && same.get().counts() && !readAnew && !isToBeRead;
    seen(folder.seen(files));
    current.putAll(content);
    if (isKnown && !isAnew()) {
      // Only touched: the same files, under other times.
      state = same.get().state();
    } else if (!changed.isEmpty()
        || isToBeRead
        || row.filter(KnownDelivery::counts).isPresent() && same.isEmpty()) {
      begin = isAnew() ? begin : KnownDelivery.date(id);
    }
    List<DeliveredFile> named = files.stream().map(file -> file.deliveredAs(id)).toList();
    arrivals.add(
        new Arrival(
            id,
            state,
            named,
            isKnown && !isAnew() ? Set.of() : changed,
            folder.seen(files),
            stamp,
            List.of()));
  }

  /** What never counted leaves its name. */
  private String name(Folder folder, Optional<KnownDelivery> row, Optional<KnownDelivery> same) {
    return same.or(() -> row.filter(each -> each.state().equals(Operational.REFUSED)))
        .map(KnownDelivery::id)
        .orElseGet(() -> known.nameFor(folder.date()));
  }

  /** The exports whose files are others than before, or are to be read in another way. */
  private Set<String> changed(Map<String, Set<String>> content) {
    return content.entrySet().stream()
        .filter(each -> readAnew || !each.getValue().equals(current.get(each.getKey())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Empty when nothing of before is in the way: what was unchanged began and ended no record. */
  private Optional<LocalDate> backTo() {
    return Optional.ofNullable(begin)
        .filter(
            date ->
                known.counting().stream()
                    .filter(each -> each.state().equals(Operational.ACCEPTED))
                    .anyMatch(each -> !each.isBefore(date)));
  }

  private List<String> replaced() {
    Set<String> again = arrivals.stream().map(Arrival::id).collect(Collectors.toSet());
    return Optional.ofNullable(begin).stream()
        .flatMap(date -> known.counting().stream().filter(each -> !each.isBefore(date)))
        .map(KnownDelivery::id)
        .filter(id -> !again.contains(id))
        .toList();
  }
}
