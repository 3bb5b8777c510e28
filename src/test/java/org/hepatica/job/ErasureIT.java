package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hepatica.lake.Lake;
import org.hepatica.source.IdentifierKey;
import org.hepatica.table.Keeping;
import org.hepatica.table.Operational;
import org.hepatica.table.Results;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A person is erased out of two nights, one of them kept, of a registry in every format. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ErasureIT {

  private static final String FAULT = "hepatica.fault";

  @TempDir static Path folder;

  private static final List<String> IDS = new ArrayList<>();

  @BeforeAll
  static void runTheNights() throws IOException {
    ErasedRegistry.writeConf(folder);
    ErasedRegistry all = ErasedRegistry.ofAll();
    all.deliverAll(folder.resolve("landing"), "2026-01-01");
    Launched first = hepatica("nightly");
    assertThat(first.exitCode()).as(first.err() + first.out()).isZero();
    all.deliverRegistry(folder.resolve("landing"), "2026-02-01", 1);
    assertThat(hepatica("nightly").exitCode()).isZero();
    hepatica("runs").out().lines().forEach(line -> IDS.add(0, line.split(" ")[0]));
    assertThat(hepatica("runs keep", IDS.get(0)).out()).contains("is kept");
    assertThat(FoundTexts.under(folder.resolve("lake"), hashes())).isNotEmpty();
  }

  @AfterEach
  void nobodyIsDisturbedAnyMore() {
    System.clearProperty(FAULT);
  }

  @Test
  @Order(1)
  void whatWouldGoIsToldAndNothingIsChanged() throws IOException {
    Map<Path, String> before = FoundTexts.states(folder.resolve("landing"));

    Launched dry = hepatica("erase", "--dry-run", "MRN-1002");

    assertThat(dry.exitCode()).as(dry.err()).isZero();
    assertThat(dry.out())
        .contains(": 5 identifiers; in the lake ")
        .contains("  landing north/2026-01-01/patients.csv: 1 go")
        .contains("  landing north/2026-01-01/a file of export wgs: goes")
        .contains("  silver/patient: 1 rows")
        .contains("  gold/subject of study my-study: 1 rows")
        .contains("  result/discordant_patient of study my-study: 3 rows")
        .contains("  run " + IDS.get(0) + " could no longer be re-created")
        .contains("nothing was done; 2 runs would be lost")
        .doesNotContain("MRN-1002")
        .doesNotContain("S10-2002");
    assertThat(FoundTexts.states(folder.resolve("landing"))).isEqualTo(before);
    assertThat(lake().version(Keeping.ERASED)).isEmpty();
  }

  @Test
  @Order(2)
  void whoIsNotThereIsToldAndMayBeKeptOut() {
    Launched unknown = hepatica("erase", "MRN-7777");
    assertThat(unknown.exitCode()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(unknown.err()).contains("keep it out beforehand by --keep-out");
    assertThat(unknown.err()).doesNotContain("MRN-7777");
    assertThat(hepatica("erase", "--keep-out", "MRN-7777").out()).contains("is kept out");
    assertThat(hepatica("erase", "--list").out()).contains("#" + hash("MRN-7777").substring(0, 12));
    assertThat(hepatica("erase", "--readmit", "MRN-7777").exitCode()).isZero();
    assertThat(hepatica("erase", "--list").out()).contains("nobody is kept out");
  }

  @Test
  @Order(3)
  void anErasureThatIsKilledLetsNobodyInAndEndsWhenItIsAskedForAgain() throws IOException {
    System.setProperty(FAULT, "error:after bronze/record");
    assertThat(catchThrowable(() -> hepatica("erase", "MRN-1002"))).isNotNull();
    System.clearProperty(FAULT);
    assertThat(hepatica("erase", "--list").out()).contains("#" + hash("MRN-1002").substring(0, 12));
    Launched other = hepatica("erase", "MRN-1003");
    assertThat(other.exitCode()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(other.err()).contains("an erasure of centre north has not ended: end it first");

    Launched erased = hepatica("erase", "MRN-1002");

    assertThat(erased.exitCode()).as(erased.err() + erased.out()).isZero();
    assertThat(erased.out()).contains("erased: ").contains("held against no night");
    assertThat(erased.out() + erased.err()).doesNotContain("MRN-1002");
  }

  @Test
  @Order(4)
  void nothingOfThePersonIsLeftInAnyFile() throws IOException {
    Set<String> all = new TreeSet<>(ErasedRegistry.PERSON);
    all.addAll(hashes());
    assertThat(FoundTexts.under(folder.resolve("landing"), all)).isEmpty();
    assertThat(FoundTexts.under(folder.resolve("out"), all)).isEmpty();
    hashes().forEach(hash -> all.add(hash.substring(0, 12)));
    assertThat(FoundTexts.under(folder.resolve("out"), all)).isEmpty();
    assertThat(FoundTexts.under(folder.resolve("lake"), all))
        .isNotEmpty()
        .allMatch(path -> path.startsWith(folder.resolve("lake/run/erased")));
    assertThat(FoundTexts.under(folder.resolve("lake"), ErasedRegistry.PERSON)).isEmpty();
    assertThat(folder.resolve("lake/erasure.unfinished")).doesNotExist();
    // Patient 4's, whom the laboratories do not agree on either.
    assertThat(lake().read(Results.DISCORDANT_PATIENT).count()).isEqualTo(3);
  }

  @Test
  @Order(5)
  void theRunsOfBeforeSayThatTheyAreLost() {
    assertThat(hepatica("runs").out().lines().filter(line -> IDS.contains(line.split(" ")[0])))
        .hasSize(2)
        .allMatch(
            line -> line.endsWith("; can no longer be re-created: a person was erased since"));
    Launched kept = hepatica("report", "--as-of", IDS.get(0));
    assertThat(kept.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(kept.err())
        .contains("run " + IDS.get(0) + " can no longer be re-created: a person was erased since");
    assertThat(hepatica("runs show", IDS.get(1)).exitCode()).isEqualTo(ExitCode.USAGE);
    List<String> listed = hepatica("runs").out().lines().toList();
    assertThat(listed.get(0)).contains("done: erase").doesNotContain("re-created");
  }

  @Test
  @Order(6)
  void landingAndLakeAreWhatTheyWouldBeHadThePersonNeverBeenThere() throws IOException {
    Path twin = Files.createDirectories(folder.resolve("twin"));
    ErasedRegistry others = ErasedRegistry.withoutThePerson();
    others.deliverAll(twin.resolve("landing"), "2026-01-01");
    others.deliverRegistry(twin.resolve("landing"), "2026-02-01", 1);
    assertThat(FoundTexts.contents(folder.resolve("landing")))
        .isEqualTo(FoundTexts.contents(twin.resolve("landing")));
    Files.copy(folder.resolve("key"), twin.resolve("key"));
    for (String step : List.of("ingest", "derive", "analyze")) {
      Launched done = in(twin, step);
      assertThat(done.exitCode()).as(done.err() + done.out()).isZero();
    }

    Map<String, String> erased = comparable(folder);

    assertThat(erased).isEqualTo(comparable(twin));
    assertThat(erased.get("gold/subject").lines()).hasSize(4);
    assertThat(erased.get("gold/assay").lines().count()).isGreaterThan(4);
  }

  @Test
  @Order(7)
  void theNextNightHasNothingToDoAndALaterDeliveryBringsNobodyBack() throws IOException {
    Launched next = hepatica("nightly");
    assertThat(next.out()).as(next.err()).contains("nothing changed, skipped");
    assertThat(next.out()).doesNotContain("records =");
    ErasedRegistry.ofAll().deliverRegistry(folder.resolve("landing"), "2026-03-01", 2);

    Launched later = hepatica("ingest");

    assertThat(later.exitCode()).as(later.err()).isZero();
    assertThat(later.out()).contains("; beside them 5 of erased persons were kept out");
    assertThat(FoundTexts.under(folder.resolve("lake"), hashes()))
        .allMatch(path -> path.startsWith(folder.resolve("lake/run/erased")));
    assertThat(lake().read(Operational.RECONCILIATION).filter("records = 5").count()).isZero();
  }

  @Test
  @Order(8)
  void whatALaterDeliveryBroughtIsFoundInLandingAndWouldCostNoRun() {
    Launched again = hepatica("erase", "--again", "--dry-run");

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out())
        .contains("landing north/2026-03-01/specimens.tsv: 2 go")
        .contains("nothing was done; 0 runs would be lost")
        .doesNotContain("2026-01-01")
        .doesNotContain("silver/");
  }

  /** Of all layers but results, which the twin has none of. */
  private static Map<String, String> comparable(Path folder) {
    Map<String, String> contents = new TreeMap<>(LakeContents.ofLastGoodRun(folder));
    contents.keySet().removeIf(name -> name.startsWith("result/"));
    return contents;
  }

  private static Lake lake() {
    return LakeContents.lake(folder);
  }

  private static String hash(String identifier) {
    return IdentifierKey.load(folder.resolve("key")).hash("north", identifier);
  }

  private static Set<String> hashes() {
    Set<String> hashes = new TreeSet<>();
    ErasedRegistry.PERSON.forEach(identifier -> hashes.add(hash(identifier)));
    return hashes;
  }

  private static Launched hepatica(String command, String... more) {
    return in(folder, command, more);
  }

  private static Launched in(Path own, String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    Map<String, Path> places = new LinkedHashMap<>();
    places.put("--conf", folder.resolve("conf"));
    places.put("--landing", own.resolve("landing"));
    places.put("--lake", own.resolve("lake"));
    places.put("--out", own.resolve("out"));
    places.forEach((option, path) -> arguments.addAll(List.of(option, path.toString())));
    arguments.addAll(List.of("--set", "identifiers.key-file=" + own.resolve("key")));
    arguments.addAll(List.of(more));
    return Launched.run(arguments.toArray(String[]::new));
  }
}
