package org.hepatica.job;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hepatica.source.Arrival;
import org.hepatica.source.Arrivals;
import org.hepatica.source.KnownDeliveries;
import org.hepatica.source.KnownDelivery;
import org.hepatica.table.Operational;

/** A centre's deliveries as they are when all that was found has been taken, as texts. */
final class CenterDeliveries {

  private final TreeMap<String, String> content = new TreeMap<>();
  private final TreeMap<String, String> states = new TreeMap<>();

  CenterDeliveries(KnownDeliveries known, Arrivals found) {
    known.all().forEach(each -> add(each, each.state()));
    found.replaced().stream()
        .flatMap(id -> known.of(id).stream())
        .forEach(each -> add(each, Operational.REPLACED));
    found.deliveries().forEach(this::add);
  }

  private void add(KnownDelivery known, String state) {
    states.put(known.id(), state + " " + known.stamp() + " " + known.lastSeen());
    if (state.equals(Operational.ACCEPTED)) {
      content.put(known.id(), text(known.content()));
    } else {
      content.remove(known.id());
    }
  }

  private void add(Arrival arrival) {
    states.put(arrival.id(), arrival.state() + " " + arrival.stamp() + " " + arrival.seen());
    if (arrival.state().equals(Operational.ACCEPTED)) {
      content.put(arrival.id(), text(arrival.content()));
    } else {
      content.remove(arrival.id());
    }
  }

  private static String text(Map<String, Set<String>> files) {
    Map<String, Set<String>> sorted = new TreeMap<>();
    files.forEach((export, hashes) -> sorted.put(export, new TreeSet<>(hashes)));
    return sorted.toString();
  }

  /** What counts: the same when the centre's records are. */
  String content() {
    return content.toString();
  }

  /** What is written down of each delivery. */
  String states() {
    return Run.hash(states.toString());
  }
}
