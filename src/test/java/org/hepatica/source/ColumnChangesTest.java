package org.hepatica.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.Export;
import org.hepatica.protocol.NamedColumn;
import org.hepatica.protocol.Position;
import org.hepatica.table.Operational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnChangesTest {

  private static final Center NORTH =
      new Center(
          "north",
          "North",
          Map.of(
              "p",
              new Export(
                  "p",
                  "p*.csv",
                  "csv",
                  ',',
                  "UTF-8",
                  List.of(),
                  List.of(),
                  List.of(),
                  Center.Content.SNAPSHOT)),
          List.of(),
          Optional.empty(),
          Center.Arrival.USUAL);
  private static final List<NamedColumn> NAMED =
      List.of(new NamedColumn(new Position("north.conf", 1, "k"), "p", "stage"));

  @TempDir Path landing;

  @Test
  void newAndLostColumnsAreToldOfDeliveryAfterDelivery() throws IOException {
    deliver("2026-01-01", "id,a");
    deliver("2026-01-02", "id,a,smoker");
    deliver("2026-01-03", "id,stage,smoker");
    assertThat(lines(KnownDeliveries.NONE))
        .containsExactly(
            "north/2026-01-02, export p: column 'smoker' is new; nothing reads it until the centre's conf file names it",
            "north/2026-01-03, export p: column 'stage' is new",
            "north/2026-01-03, export p: column 'a' is gone; the centre's conf file does not name it");
  }

  @Test
  void theLakeKnowsTheColumnsOfWhatIsNoLongerInLanding() throws IOException {
    deliver("2026-01-02", "id,b");
    KnownDelivery known =
        new KnownDelivery(
            "2026-01-01",
            Operational.ACCEPTED,
            "",
            LocalDate.of(2026, 1, 1),
            Map.of("p", Set.of("00")),
            Map.of("p", Set.of("id", "a")));
    assertThat(lines(new KnownDeliveries(List.of(known))))
        .containsExactly(
            "north/2026-01-02, export p: column 'b' is new; nothing reads it until the centre's conf file names it",
            "north/2026-01-02, export p: column 'a' is gone; the centre's conf file does not name it");
  }

  private List<String> lines(KnownDeliveries known) {
    Arrivals found =
        Landing.arrivals(
            landing,
            NORTH,
            true,
            LocalDate.of(2026, 6, 1),
            Glance.at(landing),
            known,
            null,
            files -> List.of(),
            java.util.Set.of());
    assertThat(found.problems()).isEmpty();
    return ColumnChanges.of(NORTH, found, known, NAMED);
  }

  private void deliver(String date, String header) throws IOException {
    Path folder = Files.createDirectories(landing.resolve("north").resolve(date));
    Files.writeString(folder.resolve("p.csv"), header + "\n1,2,3\n");
  }
}
