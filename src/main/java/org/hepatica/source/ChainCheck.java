package org.hepatica.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hepatica.protocol.Center;

/** Whether what was found of a centre can be taken. */
final class ChainCheck {

  private final Center center;
  private final Set<LocalDate> folders;
  private final KnownDeliveries known;
  private final LocalDate begin;

  /**
   * Of a centre.
   *
   * @param folders the dates that lie in landing
   * @param begin the date from which on deliveries are taken; null when none is
   */
  ChainCheck(Center center, Set<LocalDate> folders, KnownDeliveries known, LocalDate begin) {
    this.begin = begin;
    this.center = center;
    this.folders = folders;
    this.known = known;
  }

  /**
   * The same, or what of it can be taken beside the problems.
   *
   * @param exports those that have a file in any delivery that counts
   */
  Arrivals checked(Arrivals found, Set<String> exports) {
    List<String> problems = new ArrayList<>(gone());
    if (exports.isEmpty() && !found.waiting().isEmpty()) {
      problems.add(found.waiting().get(found.waiting().size() - 1));
    }
    int blocking = blocking(found.deliveries());
    if (blocking >= 0) {
      problems.addAll(found.deliveries().get(blocking).problems());
    } else if (problems.isEmpty()) {
      problems.addAll(Selection.lacking(center, exports));
    }
    if (problems.isEmpty()) {
      return found;
    }
    boolean before = blocking > 0 && gone().isEmpty() && found.backTo().isEmpty();
    return before ? upTo(found, blocking, problems) : found.refusedFor(problems);
  }

  /** The deliveries before the one that blocks are good. */
  private static Arrivals upTo(Arrivals found, int blocking, List<String> problems) {
    return new Arrivals(
        found.center(),
        found.backTo(),
        found.deliveries().subList(0, blocking + 1),
        found.replaced(),
        List.copyOf(problems),
        found.waiting(),
        found.unmatched(),
        found.lastSeen());
  }

  /** The place of a refused delivery that nothing since stands for; -1 when there is none. */
  private int blocking(List<Arrival> deliveries) {
    for (int i = 0; i < deliveries.size(); i++) {
      Arrival each = deliveries.get(i);
      boolean isLast =
          deliveries.stream().skip(i + 1).noneMatch(later -> later.problems().isEmpty())
              && !known.countsAfter(KnownDelivery.date(each.id()));
      if (!each.problems().isEmpty() && (isLast || hasChanges())) {
        return i;
      }
    }
    return -1;
  }

  /** What changes is nothing without what it changes: all of them have to be taken. */
  private boolean hasChanges() {
    return center.exports().values().stream().anyMatch(export -> export.content().isChanges());
  }

  /** What was taken once and is to be taken again has to be there. */
  private List<String> gone() {
    Set<LocalDate> there = new HashSet<>(folders);
    return Optional.ofNullable(begin).stream()
        .flatMap(date -> known.counting().stream().filter(each -> !each.isBefore(date)))
        .map(KnownDelivery::id)
        .filter(id -> !there.contains(KnownDelivery.date(id)))
        .map(
            id ->
                "centre %s: a delivery of %s came late or changed, and the newer delivery %s is no longer in landing, so that it cannot be taken after it; put %s back into landing, or take the late one out"
                    .formatted(center.name(), begin, id, id))
        .toList();
  }
}
