package org.hepatica.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.NamedColumn;

/** Columns that deliveries of a centre have and the ones before them have not, or no longer. */
public final class ColumnChanges {

  private final Center center;
  private final List<NamedColumn> named;
  private final Map<String, Set<String>> current = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  private ColumnChanges(Center center, List<NamedColumn> named) {
    this.center = center;
    this.named = named;
  }

  /**
   * What has to be told of the deliveries that are taken; the first of an export tells nothing.
   *
   * @param named the columns that the centre's conf file names, without which a file is refused
   * @return a line each
   */
  public static List<String> of(
      Center center, Arrivals found, KnownDeliveries known, List<NamedColumn> named) {
    ColumnChanges changes = new ColumnChanges(center, named);
    for (Arrival arrival : found.taken()) {
      boolean told = known.of(arrival.id()).filter(KnownDelivery::counts).isPresent();
      changes.look(arrival, known, told);
    }
    return changes.lines;
  }

  private void look(Arrival arrival, KnownDeliveries known, boolean told) {
    Map<String, Set<String>> columns = new HashMap<>();
    for (DeliveredFile file : arrival.read()) {
      columns
          .computeIfAbsent(file.export(), export -> new LinkedHashSet<>())
          .addAll(FileCheck.columns(file, center.exports().get(file.export())));
    }
    columns.forEach(
        (export, now) -> {
          Set<String> before =
              Optional.ofNullable(current.put(export, now))
                  .orElseGet(() -> known.columns(export, arrival.id()));
          if (!told && !before.isEmpty() && !now.isEmpty()) {
            tell(arrival.id(), export, before, now);
          }
        });
  }

  private void tell(String delivery, String export, Set<String> before, Set<String> now) {
    for (String column : now) {
      if (!before.contains(column)) {
        boolean read =
            named.stream().anyMatch(n -> n.export().equals(export) && n.column().equals(column));
        lines.add(
            "%s/%s, export %s: column '%s' is new%s"
                .formatted(
                    center.name(),
                    delivery,
                    export,
                    column,
                    read ? "" : "; nothing reads it until the centre's conf file names it"));
      }
    }
    for (String column : before) {
      if (!now.contains(column)) {
        lines.add(
            "%s/%s, export %s: column '%s' is gone; the centre's conf file does not name it"
                .formatted(center.name(), delivery, export, column));
      }
    }
  }
}
