package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hepatica.benchmark.LakeLook;
import org.hepatica.synthetic.write.LaterDelivery;
import org.hepatica.synthetic.write.SyntheticRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nights that take changes alone into large tables leave every table as one night does that looks
 * at all that was delivered, whether their plans are compiled or run as they are.
 */
class FollowedChangesIT {

  @TempDir Path folder;

  @Test
  void nightsOfChangesLeaveWhatAFullNightLeaves() throws IOException {
    RefreshConf.write(folder.resolve("conf"), true);
    assertThat(run("generate", "--patients", "100", "--seed", "3").exitCode()).isZero();
    assertThat(largeNight("followed").exitCode()).isZero();
    Path first = folder.resolve("landing/synthetic/" + SyntheticRegistry.DELIVERY);
    Path later = first.resolveSibling(LaterDelivery.DELIVERY.toString());
    LaterDelivery.withDefaults().seed(3).share(0.2).changes(first, later);

    Launched changed = largeNight("followed");

    assertThat(changed.out()).doesNotContain("looked at, as").contains("changed subjects");
    assertThat(changed.exitCode()).as(changed.out() + changed.err()).isZero();

    bringAgain(first, first.resolveSibling("2016-08-31"), "follow_up", "patients", "pathology");
    Launched asBefore = night("followed");
    assertThat(asBefore.out()).doesNotContain("looked at, as").contains("death-undone");
    assertThat(asBefore.exitCode()).as(asBefore.out()).isEqualTo(ExitCode.DATA_REFUSED);

    assertThat(night("full", "--full").exitCode()).isZero();
    assertThat(tables("followed")).isEqualTo(tables("full")).hasSizeGreaterThan(30);
  }

  /** Some of the first delivery's files once more: what they say is as it was at first. */
  private static void bringAgain(Path first, Path again, String... names) throws IOException {
    Path registry = Files.createDirectories(again.resolve("registry"));
    try (Stream<Path> files = Files.list(first.resolve("registry"))) {
      for (Path file : files.toList()) {
        if (Stream.of(names).anyMatch(file.getFileName().toString()::startsWith)) {
          Files.copy(file, registry.resolve(file.getFileName()));
        }
      }
    }
  }

  /**
   * One whose plans are compiled, as large data are worth it; a small one runs them as they are.
   */
  private Launched largeNight(String lake) {
    return night(lake, "--set", "engine.small-megabytes=0");
  }

  private Launched night(String lake, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--lake",
                folder.resolve(lake).toString(),
                "--out",
                folder.resolve("out").toString()));
    all.addAll(List.of("--set", "lake.whole-megabytes=0", "--accept-shrink"));
    all.addAll(List.of(more));
    return run("nightly", all.toArray(String[]::new));
  }

  private Map<String, String> tables(String lake) throws IOException {
    Path result = folder.resolve("look.json");
    String path = folder.resolve(lake).toString();
    Launched look = run("lake-look", "--tables", "--result", result.toString(), path);
    assertThat(look.exitCode()).as(look.err()).isZero();
    return LakeLook.read(result).get(path).tables();
  }

  private Launched run(String command, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                command,
                "--conf",
                folder.resolve("conf").toString(),
                "--study",
                "gholami-2019",
                "--center",
                "synthetic",
                "--landing",
                folder.resolve("landing").toString(),
                "--set=identifiers.key-file=" + folder.resolve("key")));
    all.addAll(List.of(more));
    return Launched.run(all.toArray(String[]::new));
  }
}
