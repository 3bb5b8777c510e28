package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.delta.DeltaLog;
import org.hepatica.FaultyDisk;
import org.hepatica.benchmark.FolderTree;
import org.hepatica.lake.Lake;
import org.hepatica.table.Gold;
import org.hepatica.table.Keeping;
import org.hepatica.table.Operational;
import org.hepatica.table.TableDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What can break around a night: what is said, what the last good night left, and that the night
 * after the fault is mended gives what one gives that nobody disturbed.
 */
class FaultsIT {

  private static final String LATER =
      SmallHospital.PATIENTS.replace("lost", "0") + "A7,2010-02-01,2011-01-11,1\n";

  private static final Duration TEN_YEARS = Duration.ofDays(3650);

  @TempDir static Path all;

  /** Of one good night, and of a second one that nobody disturbed. */
  private static Path first;

  private static Map<String, String> before;
  private static Map<String, String> undisturbed;

  @TempDir Path folder;

  @BeforeAll
  static void runTheNightsThatNobodyDisturbs() throws IOException {
    first = all.resolve("first");
    SmallHospital.write(first);
    assertThat(night(first).exitCode()).isZero();
    before = LakeContents.of(first);
    Path second = all.resolve("second");
    FolderTree.copy(first, second);
    SmallHospital.deliver(second, LATER);
    assertThat(night(second).exitCode()).isZero();
    undisturbed = LakeContents.of(second);
    assertThat(undisturbed).isNotEqualTo(before);
  }

  @BeforeEach
  void deliverTheSecondNight() throws IOException {
    FolderTree.copy(first, folder);
    SmallHospital.deliver(folder, LATER);
  }

  @AfterEach
  void mend() {
    FaultyDisk.mend();
  }

  @Test
  void aDiskThatTakesNothingMoreStopsTheNight() throws IOException {
    for (String place : List.of("/gold/my-study/", "/run/run/")) {
      FaultyDisk.fillAt(place);
      assertFailed(night(folder), "cannot be written, as its disk is full; make room");
      FaultyDisk.mend();
    }
    FaultyDisk.mountReadOnly();
    assertFailed(night(folder), "cannot be written, as its disk is read-only; mount it");

    Launched report =
        Launched.in(folder, "report", "--conf", conf(folder), "--as-of", runs().get(0));

    assertThat(report.exitCode()).as(report.err()).isZero();
    assertThat(LakeContents.ofLastGoodRun(folder)).isEqualTo(before);
    FaultyDisk.mend();
    assertNextNightIsUndisturbed();
  }

  @Test
  void aFileThatIsAnotherWhenItIsReadRefusesItsCentre() throws IOException {
    Path file = folder.resolve("landing/patients.csv");
    List<Change> changes =
        List.of(
            () -> Files.writeString(file, "A8,2010-02-01,", StandardOpenOption.APPEND),
            () -> replace(file, LATER.replace("A7", "A9")));
    for (Change change : changes) {
      SmallHospital.deliver(folder, LATER);
      FaultyDisk.doAt("/staging/record-changes", () -> make(change));
      Launched night = night(folder);
      assertThat(night.exitCode()).isEqualTo(ExitCode.DATA_REFUSED);
      assertThat(night.out() + night.err())
          .contains("patients.csv: the file changed, or went, while it was read; see that it")
          .doesNotContain("\tat ");
    }
    assertThat(withoutDeliveries(LakeContents.ofLastGoodRun(folder)))
        .isEqualTo(withoutDeliveries(before));
    SmallHospital.deliver(folder, LATER);
    Launched next = night(folder);
    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(withoutDeliveries(LakeContents.of(folder)))
        .isEqualTo(withoutDeliveries(undisturbed));
  }

  @Test
  void aDamagedLogIsToldWithItsFileAndWhatNobodyWasShownIsTakenOff() throws IOException {
    Path good = commit(Gold.SUBJECT, 0);
    damage(good);
    assertFailed(night(folder), "a table cannot be read: " + good + " is damaged; ");
    Files.delete(good);
    forgetWhatWasRead();
    assertFailed(night(folder), "put " + good + " back from a copy of the lake");
    Files.copy(commit(first, Gold.SUBJECT, 0), good);
    Path manifest = commit(Operational.RUN, 1);
    damage(manifest);
    assertFailed(night(folder), manifest + " is damaged; put it back from a copy of the lake, or");
    Files.delete(manifest);
    forgetWhatWasRead();
    assertThat(LakeContents.ofLastGoodRun(folder)).isEqualTo(before);
    damage(commit(Gold.SUBJECT, 1));
    damage(commit(Operational.RECORD, 1));

    Launched night = night(folder);

    assertThat(night.out())
        .containsPattern("a run before this one did not end well.*bronze/record.*gold/subject");
    assertThat(LakeContents.of(folder)).isEqualTo(undisturbed);
  }

  @Test
  void aClockThatWentBackDoesNotMakeALaterNightAnEarlierOne() throws IOException {
    Lake lake = LakeContents.lake(folder);
    List<Row> later =
        lake.read(Operational.RUN).collectAsList().stream().map(r -> later(r)).toList();
    lake.overwrite(Operational.RUN, later);
    String old = runs().get(0);
    Timestamp then = Timestamp.from(Instant.now().plus(TEN_YEARS));
    lake.append(
        Keeping.KEPT_RUN, lake.rows(Keeping.KEPT_RUN, List.of(RowFactory.create(old, true, then))));

    Launched night = night(folder);

    assertThat(night.exitCode()).as(night.err()).isZero();
    assertThat(night.out()).contains("this machine's clock says").contains("set the clock");
    assertThat(LakeContents.ofLastGoodRun(folder)).isEqualTo(undisturbed);
    assertThat(runs()).hasSize(2).last().isEqualTo(old);
    Launched release = hepatica("runs", "keep", "--release", old);
    assertThat(release.exitCode()).as(release.err()).isZero();
    assertThat(hepatica("runs").out()).doesNotContain("; kept");
  }

  /** What was refused is written down there. */
  private static Map<String, String> withoutDeliveries(Map<String, String> contents) {
    Map<String, String> others = new TreeMap<>(contents);
    others.keySet().removeIf(table -> table.startsWith("bronze/delivery"));
    return others;
  }

  private void assertNextNightIsUndisturbed() {
    Launched next = night(folder);
    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(LakeContents.of(folder)).isEqualTo(undisturbed);
  }

  /** Two lines, of which the first says that nothing is lost. */
  private static void assertFailed(Launched night, String why) {
    assertThat(night.exitCode()).as(night.err()).isEqualTo(ExitCode.FAILED);
    assertThat(night.err().lines())
        .hasSize(2)
        .first()
        .isEqualTo("hepatica: what the last good run left is as it was");
    assertThat(night.err()).contains(why);
    assertThat(night.out()).doesNotContain("\tat ");
  }

  /** Of the same size and time. */
  private static void replace(Path file, String text) throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    Path other = Files.writeString(file.resolveSibling(".other"), text);
    Files.setLastModifiedTime(other, time);
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void damage(Path commit) throws IOException {
    Files.writeString(commit, "{\"commitInfo\":{\"timesta\0\0\0\0");
    forgetWhatWasRead();
  }

  /** Another process would not know it either. */
  private static void forgetWhatWasRead() {
    DeltaLog.clearCache();
  }

  private Path commit(TableDefinition table, long version) {
    return commit(folder, table, version);
  }

  private static Path commit(Path folder, TableDefinition table, long version) {
    return LakeContents.lake(folder).log(table).commit(version);
  }

  private static Row later(Row row) {
    Object[] values = new Object[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          row.get(i) instanceof Timestamp time
              ? Timestamp.from(time.toInstant().plus(TEN_YEARS))
              : row.get(i);
    }
    return RowFactory.create(values);
  }

  private List<String> runs() {
    return hepatica("runs").out().lines().map(line -> line.split(" ")[0]).toList();
  }

  private Launched hepatica(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--conf", conf(folder)));
    arguments.addAll(List.of("--lake", folder.resolve("lake").toString()));
    return Launched.run(arguments.toArray(String[]::new));
  }

  private static Launched night(Path folder) {
    return Launched.in(folder, "nightly", "--conf", conf(folder));
  }

  private static String conf(Path folder) {
    return folder.resolve("conf").toString();
  }

  /** What happens to a file. */
  private interface Change {
    void make() throws IOException;
  }

  private static void make(Change change) {
    try {
      change.make();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
