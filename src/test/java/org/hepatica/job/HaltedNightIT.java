package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hepatica.table.TableDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A night that is halted anywhere leaves the last good one to readers, and nothing to the next. */
class HaltedNightIT {

  private static final String FAULT = "hepatica.fault";
  private static final int CHAINS = 1;

  /** One more patient, one gone, one corrected. */
  private static final String LATER =
      SmallHospital.PATIENTS.replace("A1,2010-01-01,2010-01-11,1\n", "").replace("lost", "0")
          + "A7,2010-02-01,2011-01-11,1\n";

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
    TreeCopy.copy(first, second);
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
    int each = "all".equals(System.getProperty("hepatica.faults")) ? 1 : 12;
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
    TreeCopy.copy(first, folder);
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

  @ParameterizedTest
  @ValueSource(strings = {"before run/run", "after run/run"})
  void aNightIsThereOnceItsManifestIs(String point) throws IOException {
    TreeCopy.copy(first, folder);
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
    SmallHospital.write(folder);
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
