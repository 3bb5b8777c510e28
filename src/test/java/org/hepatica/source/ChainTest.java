package org.hepatica.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.Export;
import org.hepatica.table.Operational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken of a centre's deliveries, night after night. */
class ChainTest {

  private static final LocalDate RUN = LocalDate.of(2026, 6, 1);
  private static final Center SNAPSHOTS = center(Center.Content.SNAPSHOT);
  private static final Center CHANGES = center(new Center.Content(List.of("id"), Optional.empty()));

  @TempDir Path landing;

  /** The ledger, as nights that take all that is found would leave it. */
  private final Map<String, KnownDelivery> ledger = new TreeMap<>();

  private Center center = SNAPSHOTS;

  private int written;

  @Test
  void whatIsAsItWasIsNotOpenedAgain() throws IOException {
    deliver("2026-01-01", "A");
    assertThat(night()).containsExactly("2026-01-01 accepted");
    assertThat(night()).isEmpty();
    // Were it opened, it could not be read.
    Path file = landing.resolve("north/2026-01-01/patients.csv");
    FileTime time = Files.getLastModifiedTime(file);
    Files.writeString(file, "\"\n\n\n\n");
    Files.setLastModifiedTime(file, time);
    assertThat(night()).isEmpty();
  }

  @Test
  void contentIsThatOfTheOneBeforeOrNew() throws IOException {
    deliver("2026-01-01", "A");
    deliver("2026-01-02", "A");
    deliver("2026-01-03", "B");
    deliver("2026-01-04", "A");
    assertThat(night())
        .containsExactly(
            "2026-01-01 accepted",
            "2026-01-02 unchanged",
            "2026-01-03 accepted",
            "2026-01-04 accepted");
  }

  @Test
  void aFolderWhoseFilesChangeIsASecondDeliveryOfItsDate() throws IOException {
    deliver("2026-01-01", "A");
    night();
    deliver("2026-01-01", "B");
    assertThat(night()).containsExactly("2026-01-01.02 accepted", "back to 2026-01-01");
    assertThat(ledger.get("2026-01-01").state()).isEqualTo(Operational.REPLACED);
    deliver("2026-01-01", "A");
    assertThat(night()).containsExactly("2026-01-01.03 accepted", "back to 2026-01-01");
  }

  @Test
  void filesThatWereOnlyTouchedAreNothingNew() throws IOException {
    deliver("2026-01-01", "A");
    deliver("2026-01-02", "B");
    night();
    Path file = landing.resolve("north/2026-01-01/patients.csv");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
    Arrivals found = find();
    assertThat(found.taken()).isEmpty();
    assertThat(found.backTo()).isEmpty();
    take(found);
    assertThat(night()).isEmpty();
  }

  @Test
  void fromALateDeliveryOnAllAreTakenAgain() throws IOException {
    deliver("2026-01-01", "A");
    deliver("2026-01-03", "A");
    deliver("2026-01-04", "C");
    assertThat(night())
        .containsExactly("2026-01-01 accepted", "2026-01-03 unchanged", "2026-01-04 accepted");
    deliver("2026-01-02", "B");
    assertThat(night())
        .containsExactly(
            "2026-01-02 accepted",
            "2026-01-03 accepted",
            "2026-01-04 accepted",
            "back to 2026-01-02");
    assertThat(night()).isEmpty();
  }

  @Test
  void whatWasUnchangedIsNothingToGoBackBehind() throws IOException {
    deliver("2026-01-01", "A");
    deliver("2026-01-03", "A");
    night();
    deliver("2026-01-02", "B");
    assertThat(night()).containsExactly("2026-01-02 accepted", "2026-01-03 accepted");
    deliver("2026-01-04", "A");
    night();
    deliver("2026-01-04", "D");
    assertThat(night()).containsExactly("2026-01-04.02 accepted");
    assertThat(ledger.get("2026-01-04").state()).isEqualTo(Operational.REPLACED);
  }

  @Test
  void aLateDeliveryIsRefusedWhenOneSinceIsNoLongerThere() throws IOException {
    deliver("2026-01-01", "A");
    deliver("2026-01-03", "B");
    night();
    Files.delete(landing.resolve("north/2026-01-03/patients.csv"));
    Files.delete(landing.resolve("north/2026-01-03"));
    deliver("2026-01-02", "C");
    Arrivals found = find();
    assertThat(found.taken()).isEmpty();
    assertThat(found.problems())
        .singleElement()
        .asString()
        .contains("put 2026-01-03 back into landing");
  }

  @Test
  void aRefusedSnapshotIsPassedOverWhenANewerOneIsGood() throws IOException {
    deliver("2026-01-01", "A");
    deliver("2026-01-02", "\"open");
    deliver("2026-01-03", "C");
    assertThat(night())
        .containsExactly("2026-01-01 accepted", "2026-01-02 refused", "2026-01-03 accepted");
    assertThat(night()).isEmpty();
    deliver("2026-01-02", "B");
    assertThat(night())
        .containsExactly("2026-01-02 accepted", "2026-01-03 accepted", "back to 2026-01-02");
  }

  @Test
  void theNewestRefusedDeliveryRefusesTheCentreAndTheOnesBeforeAreTaken() throws IOException {
    deliver("2026-01-01", "A");
    deliver("2026-01-02", "\"open");
    Arrivals found = find();
    assertThat(found.taken()).extracting(Arrival::id).containsExactly("2026-01-01");
    assertThat(found.problems()).singleElement().asString().contains("is never closed");
    take(found);
    assertThat(find().problems()).hasSize(1);
    deliver("2026-01-02", "B");
    assertThat(night()).containsExactly("2026-01-02 accepted");
  }

  @Test
  void ofChangesNoneCanBePassedOver() throws IOException {
    center = CHANGES;
    deliver("2026-01-01", "A");
    deliver("2026-01-02", "\"open");
    deliver("2026-01-03", "C");
    Arrivals found = find();
    assertThat(found.taken()).extracting(Arrival::id).containsExactly("2026-01-01");
    assertThat(found.isRefused()).isTrue();
  }

  @Test
  void whatWasWithdrawnStaysOutUntilItsFilesAreOthers() throws IOException {
    deliver("2026-01-01", "A");
    deliver("2026-01-02", "B");
    night();
    withdraw("2026-01-02");
    assertThat(night()).isEmpty();
    deliver("2026-01-02", "C");
    assertThat(night()).containsExactly("2026-01-02.02 accepted");
  }

  @Test
  void whatCameAfterAWithdrawnDeliveryIsTakenAgain() throws IOException {
    deliver("2026-01-01", "A");
    deliver("2026-01-02", "B");
    deliver("2026-01-03", "A");
    deliver("2026-01-04", "C");
    night();
    withdraw("2026-01-02");
    Arrivals found = find(LocalDate.of(2026, 1, 2));
    assertThat(found.backTo()).contains(LocalDate.of(2026, 1, 2));
    assertThat(found.deliveries())
        .extracting(each -> each.id() + " " + each.state())
        .containsExactly("2026-01-03 unchanged", "2026-01-04 accepted");
    take(found);
    assertThat(night()).isEmpty();
  }

  @Test
  void theNewestDeliveryIsWithdrawnByGoingBack() throws IOException {
    deliver("2026-01-01", "A");
    deliver("2026-01-02", "B");
    night();
    withdraw("2026-01-02");
    Arrivals found = find(LocalDate.of(2026, 1, 2));
    assertThat(found.backTo()).contains(LocalDate.of(2026, 1, 2));
    assertThat(found.deliveries()).isEmpty();
  }

  private void withdraw(String id) {
    KnownDelivery known = ledger.get(id);
    ledger.put(
        id,
        new KnownDelivery(
            id, Operational.WITHDRAWN, known.stamp(), known.lastSeen(), known.content()));
  }

  @Test
  void anotherWayOfReadingTakesAllAgainUnderTheirNames() throws IOException {
    deliver("2026-01-01", "A");
    deliver("2026-01-02", "B");
    night();
    center = CHANGES;
    assertThat(night())
        .containsExactly("2026-01-01 accepted", "2026-01-02 accepted", "back to 2026-01-01");
    assertThat(night()).isEmpty();
  }

  @Test
  void filesDirectlyInLandingAreOfTheDayOfTheRun() throws IOException {
    Files.writeString(landing.resolve("patients.csv"), "id\nA\n");
    assertThat(night()).containsExactly("2026-06-01 accepted");
    assertThat(night()).isEmpty();
    Files.writeString(landing.resolve("patients.csv"), "id\nB\nC\n");
    assertThat(night()).containsExactly("2026-06-01.02 accepted", "back to 2026-06-01");
  }

  @Test
  void aFolderOutOfWhichSomebodyWasCutIsTheDeliveryThatItWas() throws IOException {
    deliver("2026-01-01", "A\nB");
    deliver("2026-01-02", "C");
    night();
    deliver("2026-01-01", "A");
    assertThat(night(findAfterCut(Set.of("2026-01-01"))))
        .containsExactly("2026-01-01 accepted", "2026-01-02 accepted", "back to 2026-01-01");
    assertThat(night()).isEmpty();
  }

  @Test
  void whereOneSinceIsGoneWhatWasCutIsNotReadAgain() throws IOException {
    deliver("2026-01-01", "A\nB");
    deliver("2026-01-02", "C");
    night();
    remove("2026-01-02");
    deliver("2026-01-01", "A");
    Arrivals found = findAfterCut(Set.of("2026-01-01"));
    assertThat(found.deliveries())
        .singleElement()
        .satisfies(each -> assertThat(each.isTaken()).isFalse())
        .satisfies(each -> assertThat(each.id()).isEqualTo("2026-01-01"));
    assertThat(night(found)).isEmpty();
    assertThat(night()).isEmpty();
  }

  @Test
  void aWithdrawnDeliveryOutOfWhichSomebodyWasCutStaysWithdrawn() throws IOException {
    deliver("2026-01-01", "A");
    deliver("2026-01-02", "B\nC");
    night();
    ledger.computeIfPresent(
        "2026-01-02",
        (id, old) ->
            new KnownDelivery(
                id, Operational.WITHDRAWN, old.stamp(), old.lastSeen(), old.content()));
    deliver("2026-01-02", "B");
    assertThat(night(findAfterCut(Set.of("2026-01-02")))).isEmpty();
    assertThat(ledger.get("2026-01-02").state()).isEqualTo(Operational.WITHDRAWN);
    assertThat(night()).isEmpty();
  }

  @Test
  void aDeliveryOfWhichNoFileIsLeftEndsWhatItBegan() throws IOException {
    deliver("2026-01-01", "A");
    deliver("2026-01-02", "B");
    night();
    Files.delete(landing.resolve("north/2026-01-02/patients.csv"));
    assertThat(night(findAfterCut(Set.of("2026-01-02"))))
        .containsExactly("2026-01-02 unchanged", "back to 2026-01-02");
    assertThat(night()).isEmpty();
  }

  /** Finds and takes all; gives what came of each delivery. */
  private List<String> night() {
    return night(find());
  }

  private List<String> night(Arrivals found) {
    assertThat(found.problems()).isEmpty();
    take(found);
    return Stream.concat(
            found.deliveries().stream()
                .filter(
                    each ->
                        !each.problems().isEmpty()
                            || !each.changed().isEmpty()
                            || each.state().equals(Operational.UNCHANGED))
                .map(each -> each.id() + " " + each.state()),
            found.backTo().stream().map(date -> "back to " + date))
        .toList();
  }

  private Arrivals find() {
    return find(null, Set.of());
  }

  private Arrivals find(LocalDate anew) {
    return find(anew, Set.of());
  }

  private Arrivals findAfterCut(Set<String> cut) {
    return find(null, cut);
  }

  private Arrivals find(LocalDate anew, Set<String> cut) {
    return Landing.arrivals(
        landing,
        center,
        true,
        RUN,
        Glance.at(landing),
        new KnownDeliveries(ledger.values()),
        anew,
        files -> List.of(),
        cut);
  }

  private void take(Arrivals found) {
    found
        .replaced()
        .forEach(
            id ->
                ledger.computeIfPresent(
                    id,
                    (k, old) ->
                        new KnownDelivery(
                            id, Operational.REPLACED, old.stamp(), old.lastSeen(), old.content())));
    for (Arrival each : found.deliveries()) {
      ledger.put(
          each.id(),
          new KnownDelivery(each.id(), each.state(), each.stamp(), each.seen(), each.content()));
    }
  }

  private void remove(String date) throws IOException {
    Path folder = landing.resolve("north").resolve(date);
    Files.delete(folder.resolve("patients.csv"));
    Files.delete(folder);
  }

  private void deliver(String date, String row) throws IOException {
    Path folder = Files.createDirectories(landing.resolve("north").resolve(date));
    Path file = Files.writeString(folder.resolve("patients.csv"), "id\n" + row + "\n");
    // Files of one size that are written within a millisecond would not be told apart.
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + 1000 * ++written));
  }

  private static Center center(Center.Content content) {
    Export export =
        new Export(
            "patients",
            "patients.csv",
            "csv",
            ',',
            "UTF-8",
            List.of("id"),
            List.of(),
            List.of(),
            content);
    return new Center(
        "north",
        "north",
        Map.of("patients", export),
        List.of(),
        Optional.empty(),
        Center.Arrival.USUAL);
  }
}
