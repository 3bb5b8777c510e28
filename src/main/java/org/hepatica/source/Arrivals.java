package org.hepatica.source;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hepatica.table.Operational;

/**
 * What lies in landing of one centre and is not yet in the lake.
 *
 * @param center the centre
 * @param backTo where deliveries came late or changed, the date from which all are taken again
 * @param deliveries what was looked at, oldest first
 * @param replaced the names of deliveries whose place others of these take
 * @param problems for which the centre stays as it is; empty when it is not refused
 * @param waiting deliveries that are not complete yet, a line each
 * @param unmatched files of the newest delivery that belong to no export
 * @param lastSeen the date of the newest complete delivery; empty when there is none
 */
public record Arrivals(
    String center,
    Optional<LocalDate> backTo,
    List<Arrival> deliveries,
    List<String> replaced,
    List<String> problems,
    List<String> waiting,
    List<String> unmatched,
    Optional<LocalDate> lastSeen) {

  /** Of a centre of which nothing can be taken. */
  public static Arrivals refused(String center, List<String> problems) {
    return new Arrivals(
        center,
        Optional.empty(),
        List.of(),
        List.of(),
        List.copyOf(problems),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** The deliveries to take, oldest first. */
  public List<Arrival> taken() {
    return deliveries.stream().filter(Arrival::isTaken).toList();
  }

  /** Whether the centre is refused. */
  public boolean isRefused() {
    return !problems.isEmpty();
  }

  /** Refused deliveries in whose place newer ones stand. */
  public List<Arrival> passedOver() {
    return isRefused()
        ? List.of()
        : deliveries.stream().filter(each -> each.state().equals(Operational.REFUSED)).toList();
  }

  /** The same with nothing to take, for reasons found since. */
  public Arrivals refusedFor(List<String> more) {
    return new Arrivals(
        center,
        Optional.empty(),
        deliveries.stream().filter(each -> !each.isTaken()).toList(),
        List.of(),
        List.copyOf(more),
        waiting,
        unmatched,
        lastSeen);
  }
}
