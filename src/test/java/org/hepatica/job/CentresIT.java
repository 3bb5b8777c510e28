package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hepatica.TestSpark;
import org.hepatica.lake.Lake;
import org.hepatica.table.Registry;
import org.hepatica.table.Valid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two centres deliver: one that fails leaves the other be, and stays as it was. */
class CentresIT {

  @TempDir Path folder;

  private Path conf;

  @BeforeEach
  void writeConf() throws IOException {
    conf = SmallHospital.write(folder);
    Files.delete(folder.resolve("landing/patients.csv"));
    Path centers = conf.resolve("centers");
    Files.delete(centers.resolve("my-hospital.conf"));
    for (String name : List.of("north", "south")) {
      Files.writeString(
          centers.resolve(name + ".conf"), SmallHospital.CENTER.replace("my-hospital", name));
    }
    Path study = conf.resolve("studies/my-study.conf");
    Files.writeString(study, Files.readString(study).replace("[my-hospital]", "[north, south]"));
  }

  @Test
  void aCentreThatIsRefusedStaysAsItWasWhileTheOtherGoesOn() throws IOException {
    expect("north", 31);
    deliver("north", "2020-01-01", patients(40));
    deliver("south", "2020-01-01", patients(40));
    Launched first = night();
    assertThat(first.exitCode()).isZero();
    assertThat(first.out())
        .containsPattern(
            "centre north is silent: its last delivery is of 2020-01-01, \\d+ days ago, and one is"
                + " expected every 31 days")
        .doesNotContain("centre south is silent");
    deliver("north", "2026-02-01", "id,operated\n\"A1,2010-01-01\n");
    deliver("south", "2026-02-01", patients(45));

    Launched broken = night();

    assertThat(broken.exitCode()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(broken.out())
        .contains("centre north is refused and stays as it was:")
        .contains("2026-02-01/patients.csv: the quote that opens on line 2 is never closed");
    assertThat(patients("north")).isEqualTo(40);
    assertThat(patients("south")).isEqualTo(45);
    assertThat(Files.readString(folder.resolve("out/report.html")))
        .containsPattern("north.*2020-01-01.*refused");
    deliver("north", "2026-02-01", patients(37));
    deliver("south", "2026-03-01", patients(43));

    Launched shrunk = night();

    assertThat(shrunk.exitCode()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(shrunk.out())
        .contains("centre north: table patient has 37 rows, and had 40, 7.50 % less;")
        .doesNotContain("centre south");
    assertThat(patients("north")).isEqualTo(40);
    assertThat(patients("south")).isEqualTo(43);

    Launched again = night();

    assertThat(again.exitCode()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(again.out())
        .contains("centre north: table patient has 37 rows, and had 40, 7.50 % less;")
        .containsPattern("ingest .* nothing changed, skipped")
        .containsPattern("report .* nothing changed, skipped");

    assertThat(night("--accept-shrink", "north").exitCode()).isZero();
    assertThat(patients("north")).isEqualTo(37);
    assertThat(night().out()).contains("nothing changed, skipped");
    assertThat(hepatica("deliveries").out().lines())
        .hasSize(5)
        .satisfiesExactly(
            newest -> assertThat(newest).startsWith("north/2026-02-01  accepted  last seen 2026"),
            oldest -> assertThat(oldest).startsWith("north/2020-01-01  accepted  last seen 2020"),
            south -> assertThat(south).startsWith("south/2026-03-01"),
            south -> assertThat(south).startsWith("south/2026-02-01"),
            south -> assertThat(south).startsWith("south/2020-01-01"));
    assertThat(hepatica("deliveries", "show", "north/2026-02-01").out())
        .matches("patients  patients.csv  [0-9a-f]{64}  \\d+ bytes\\s+");
    Launched none = hepatica("deliveries", "show", "north/2026-02-02");
    assertThat(none.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(none.err()).contains("there is no delivery north/2026-02-02");
  }

  @Test
  void aBrokenDeliveryOfTheOnlyCentreIsWrittenDownAndLeavesAllAsItWas() throws IOException {
    deliver("north", "2020-01-01", patients(40));
    assertThat(night("--center", "north").exitCode()).isZero();
    deliver("north", "2026-02-01", "id,operated\n\"A1,2010-01-01\n");

    Launched broken = night("--center", "north");

    assertThat(broken.exitCode()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(broken.out())
        .contains("centre north is refused and stays as it was:")
        .contains("2026-02-01/patients.csv: the quote that opens on line 2 is never closed");
    assertThat(patients("north")).isEqualTo(40);
    assertThat(hepatica("deliveries").out().lines())
        .anyMatch(line -> line.startsWith("north/2026-02-01  refused"));
    assertThat(night("--center", "north").out())
        .containsPattern("ingest .* nothing changed, skipped")
        .containsPattern("derive .* nothing changed, skipped")
        .contains("centre north is refused and stays as it was:");
    deliver("north", "2026-02-01", patients(37));

    Launched shrunk = night("--center", "north");

    assertThat(shrunk.exitCode()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(shrunk.out())
        .containsPattern("derive .* nothing changed, skipped")
        .containsPattern("report .* pages")
        .contains("centre north: table patient has 37 rows, and had 40, 7.50 % less;");
    deliver("north", "2026-02-01", patients(41));

    Launched whole = night("--center", "north");

    assertThat(whole.exitCode()).isZero();
    assertThat(whole.out()).doesNotContainPattern("derive .* skipped");
    assertThat(patients("north")).isEqualTo(41);
  }

  @Test
  void allOrNothingTakesNothing() throws IOException {
    deliver("north", "2026-01-01", "id,operated\n\"A1,2010-01-01\n");
    deliver("south", "2026-01-01", patients(40));

    Launched night = night("--all-or-nothing");

    assertThat(night.exitCode()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(night.err()).contains("is never closed").doesNotContain("south");
    assertThat(Files.exists(folder.resolve("lake/silver"))).isFalse();
  }

  @Test
  void onlyCentresOfTheRunCanBeAcceptedSmaller() throws IOException {
    Launched none = night("--accept-shrink", "west");
    assertThat(none.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(none.err())
        .contains("--accept-shrink: 'west' is no centre of this run; it has [north, south]");
  }

  private void expect(String center, int days) throws IOException {
    Path file = conf.resolve("centers/" + center + ".conf");
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "name = " + center,
                "name = %s\n  arrival { expected-every = %d }".formatted(center, days)));
  }

  private Launched night(String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "--conf";
    arguments[1] = conf.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Launched.in(folder, "nightly", arguments);
  }

  private Launched hepatica(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--conf", conf.toString()));
    arguments.addAll(List.of("--lake", folder.resolve("lake").toString()));
    return Launched.run(arguments.toArray(String[]::new));
  }

  private void deliver(String center, String date, String patients) throws IOException {
    Path delivery = Files.createDirectories(folder.resolve("landing/" + center + "/" + date));
    Files.writeString(delivery.resolve("patients.csv"), patients);
  }

  private static String patients(int n) {
    return IntStream.rangeClosed(1, n)
        .mapToObj(i -> "A%d,2010-01-01,20%d-01-11,%d".formatted(i, 11 + i % 9, i % 2))
        .collect(Collectors.joining("\n", "id,operated,seen,status\n", "\n"));
  }

  private long patients(String center) {
    return Valid.now(lake()).read(Registry.PATIENT).where("center = '" + center + "'").count();
  }

  private Lake lake() {
    return Lake.open(TestSpark.session(), folder.resolve("lake"), "my-study");
  }
}
