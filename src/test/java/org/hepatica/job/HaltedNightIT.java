package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hepatica.benchmark.FolderTree;
import org.hepatica.table.TableDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A night that is halted anywhere leaves the last good one to readers, and nothing to the next. */
class HaltedNightIT {

  private static final String FAULT = "hepatica.fault";
  private static final int CHAINS = 1;

  /** 200 patients. */
  private static final String EARLIER =
      SmallHospital.PATIENTS
          + IntStream.range(6, 200)
              .mapToObj(
                  i ->
                      "B%d,2010-%02d-%02d,2012-01-%02d,%d\n"
                          .formatted(i, 1 + i % 12, 1 + i % 28, 1 + i % 31, i % 2))
              .collect(Collectors.joining());

  /** One more patient, one gone, one corrected. */
  private static final String LATER =
      EARLIER.replace("A1,2010-01-01,2010-01-11,1\n", "").replace("lost", "0")
          + "A7,2010-02-01,2011-01-11,1\n";

  /** Fewer than a second night makes. */
  private static final int COMMITS = 12;

  @TempDir static Path all;

  /** Of one good night, and of a second one that nobody disturbed. */
  private static Path first;

  private static Map<String, String> before;
  private static Map<String, String> undisturbed;

  @TempDir Path folder;

  @BeforeAll
  static void runTheNightsThatNobodyDisturbs() throws IOException {
    first = all.resolve("first");
    SmallHospital.write(first, SmallHospital.CENTER, EARLIER);
    assertThat(night(first).exitCode()).isZero();
    before = LakeContents.of(first);
    Path second = all.resolve("second");
    FolderTree.copy(first, second);
    SmallHospital.deliver(second, LATER);
    assertThat(night(second).exitCode()).isZero();
    undisturbed = LakeContents.of(second);
    assertThat(undisturbed).hasSameSizeAs(before).isNotEqualTo(before);
  }

  @AfterEach
  void nobodyIsDisturbedAnyMore() {
    System.clearProperty(FAULT);
  }

  /**
   * Before and after commits of tables that a night of this study writes, in chains: the night
   * after a halted one is halted elsewhere. Of every table with {@code -Dhepatica.faults=all}, else
   * of a few.
   */
  static Stream<List<String>> chains() {
    List<String> tables =
        Dictionary.tables().stream()
            .map(TableDefinition::fullName)
            .filter(before::containsKey)
            .toList();
    int each = "all".equals(System.getProperty("hepatica.faults")) ? 1 : 16;
    List<String> points =
        IntStream.range(0, tables.size())
            .filter(i -> i % each == 0)
            .mapToObj(tables::get)
            .flatMap(name -> Stream.of("before " + name, "after " + name))
            .toList();
    return IntStream.range(0, CHAINS)
        .mapToObj(
            chain ->
                IntStream.range(0, points.size())
                    .filter(i -> i % CHAINS == chain)
                    .mapToObj(points::get)
                    .toList());
  }

  @ParameterizedTest
  @MethodSource("chains")
  void theNextNightIsAsIfNothingHadHappened(List<String> points) throws IOException {
    FolderTree.copy(first, folder);
    SmallHospital.deliver(folder, LATER);
    for (String point : points) {
      halt(point);
    }
    assertThat(LakeContents.ofLastGoodRun(folder)).isEqualTo(before);

    Launched next = night(folder);

    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(next.out()).contains("a run before this one did not end well");
    assertThat(LakeContents.of(folder)).isEqualTo(undisturbed);
  }

  /**
   * Real processes, killed when they have made so many commits, by chance. One of them, or as many
   * as {@code -Dhepatica.kills} says; the chance is that of {@code -Dhepatica.seed}.
   */
  @Test
  void theNightAfterKilledProcessesIsAsIfNothingHadHappened() throws Exception {
    FolderTree.copy(first, folder);
    SmallHospital.deliver(folder, LATER);
    long seed = Long.getLong("hepatica.seed", 5);
    Random chance = new Random(seed);
    for (int i = Integer.getInteger("hepatica.kills", 1); i > 0; i--) {
      kill(1 + chance.nextInt(COMMITS));
      assertThat(LakeContents.ofLastGoodRun(folder)).as("seed " + seed).isIn(before, undisturbed);
    }

    Launched next = night(folder);

    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(LakeContents.ofLastGoodRun(folder)).as("seed " + seed).isEqualTo(undisturbed);
  }

  /** Starts a night as a process and kills it once the lake has so many commits more. */
  private void kill(int commits) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    // As the launcher has small runs compiled, which end before more would pay.
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Hepatica.class.getName(), "nightly"));
    command.addAll(List.of("--conf", folder.resolve("conf").toString()));
    for (String place : List.of("landing", "lake", "out")) {
      command.addAll(List.of("--" + place, folder.resolve(place).toString()));
    }
    command.addAll(List.of("--set", "identifiers.key-file=" + folder.resolve("key")));
    Path said = folder.resolve("killed.log");
    long wanted = commits() + commits;
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    while (!process.waitFor(100, TimeUnit.MILLISECONDS) && commits() < wanted) {
      assertThat(process.isAlive() || process.exitValue() == 0).isTrue();
    }
    process.destroyForcibly().waitFor();
    assertThat(commits()).as(Files.readString(said)).isGreaterThanOrEqualTo(wanted);
  }

  private long commits() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("lake"))) {
      return files.filter(file -> file.toString().matches(".*/_delta_log/\\d{20}\\.json")).count();
    } catch (UncheckedIOException e) {
      // A folder that goes while it is looked at: look again.
      return 0;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"before run/run", "after run/run"})
  void aNightIsThereOnceItsManifestIs(String point) throws IOException {
    FolderTree.copy(first, folder);
    SmallHospital.deliver(folder, LATER);
    halt(point);
    boolean there = point.startsWith("after");
    assertThat(LakeContents.ofLastGoodRun(folder)).isEqualTo(there ? undisturbed : before);

    Launched next = night(folder);

    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(next.out().contains("did not end well")).isEqualTo(!there);
    assertThat(LakeContents.of(folder)).isEqualTo(undisturbed);
  }

  private void halt(String point) {
    System.setProperty(FAULT, "error:" + point);
    assertThat(catchThrowable(() -> night(folder))).as(point).isNotNull();
    System.clearProperty(FAULT);
  }

  @ParameterizedTest
  @MethodSource("firstPoints")
  void aFirstNightThatWasHaltedLeavesNothing(String point) throws IOException {
    SmallHospital.write(folder, SmallHospital.CENTER, EARLIER);
    Files.copy(first.resolve("key"), folder.resolve("key"));
    halt(point);

    assertThat(night(folder).exitCode()).isZero();

    assertThat(LakeContents.of(folder)).isEqualTo(before);
  }

  static List<String> firstPoints() {
    return List.of("after bronze/record");
  }

  private static Launched night(Path folder) {
    return Launched.in(folder, "nightly", "--conf", folder.resolve("conf").toString());
  }
}
