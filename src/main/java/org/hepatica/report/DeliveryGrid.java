package org.hepatica.report;

import java.util.List;
import java.util.Optional;

/** The delivery of each centre, its age, and whether a newer one was refused. */
final class DeliveryGrid {

  private static final List<String> HEAD =
      List.of("Centre", "Delivery", "Last seen", "Days ago", "Since");

  private DeliveryGrid() {}

  static Optional<Grid> of(List<DeliveryState> deliveries) {
    return deliveries.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Grid.of(
                    "Deliveries",
                    "lllrl",
                    HEAD,
                    deliveries.stream().map(DeliveryGrid::line).toList())
                .withNotes(
                    List.of(
                        "Last seen: date of the newest delivery of the same content."
                            + " Days ago: from then to the run.")));
  }

  private static Grid.Line line(DeliveryState state) {
    return Grid.Line.of(
        state.center(),
        state.delivery(),
        state.lastSeen().toString(),
        Show.count(state.age()),
        state.refused() ? "refused" : "");
  }
}
