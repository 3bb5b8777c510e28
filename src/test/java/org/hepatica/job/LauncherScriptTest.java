package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How the launcher has a run compiled, by what was delivered: the real script, with a Java that
 * tells its arguments.
 */
class LauncherScriptTest {

  private static final String QUICK = "-XX:TieredStopAtLevel=1";
  private static final String WELL = "-XX:CompileThresholdScaling=3";
  private static final String LESS_INLINED = "-XX:FreqInlineSize=100";
  private static final Instant NIGHT = Instant.parse("2026-01-02T03:00:00Z");
  private static final int MEGABYTE = 1 << 20;

  @TempDir Path folder;

  @BeforeEach
  void installAJavaThatTellsItsArguments() throws IOException {
    Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    for (String file : List.of("hepatica.jar", "classpath", "runtime-classpath")) {
      Files.writeString(Files.createDirectories(folder.resolve("build")).resolve(file), file);
    }
    Files.writeString(
        Files.createDirectories(folder.resolve("conf")).resolve("hepatica.conf"),
        "hepatica {\n  engine {\n    small-megabytes = 1\n  }\n}\n");
  }

  @Test
  void littleThatIsDeliveredIsCompiledQuickly() throws IOException {
    deliver("2026-01-01", 1000, NIGHT.minusSeconds(60));

    assertThat(nightly()).contains(QUICK).doesNotContain(LESS_INLINED);
  }

  @Test
  void theFirstNightOfMuchIsCompiledWell() throws IOException {
    deliver("2026-01-01", 3 * MEGABYTE, NIGHT.minusSeconds(60));

    assertThat(nightly()).contains(WELL).doesNotContain(QUICK, LESS_INLINED);
  }

  @Test
  void aNightOfLittleThatIsNewTakesFewerMethodsIntoOthers() throws IOException {
    deliver("2026-01-01", 3 * MEGABYTE, NIGHT.minusSeconds(60));
    takeRecords();
    assertThat(nightly()).contains(LESS_INLINED);
    deliver("2026-01-02", 1000, NIGHT.plusSeconds(60));

    assertThat(nightly()).contains(LESS_INLINED).doesNotContain(QUICK);
    assertThat(nightly("--full")).contains(WELL).doesNotContain(LESS_INLINED, QUICK);
    assertThat(launch("maintain")).contains(WELL).doesNotContain(LESS_INLINED, QUICK);
  }

  @Test
  void aNightOfMuchThatIsNewIsCompiledWell() throws IOException {
    deliver("2026-01-01", 3 * MEGABYTE, NIGHT.minusSeconds(60));
    takeRecords();
    deliver("2026-01-02", 3 * MEGABYTE, NIGHT.plusSeconds(60));

    assertThat(nightly()).contains(WELL).doesNotContain(LESS_INLINED, QUICK);
  }

  private void deliver(String date, int bytes, Instant time) throws IOException {
    Path file =
        Files.createDirectories(folder.resolve("landing/north").resolve(date))
            .resolve("patients.csv");
    byte[] content = new byte[bytes];
    Arrays.fill(content, (byte) 'x');
    Files.write(file, content);
    Files.setLastModifiedTime(file, FileTime.from(time));
  }

  private void takeRecords() throws IOException {
    Path log = Files.createDirectories(folder.resolve("lake/bronze/record/_delta_log"));
    Files.setLastModifiedTime(log, FileTime.from(NIGHT));
  }

  private List<String> nightly(String... more) throws IOException {
    return launch("nightly", more);
  }

  private List<String> launch(String name, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of("jobs/hepatica").toAbsolutePath().toString());
    command.addAll(List.of(name, "--conf", folder.resolve("conf").toString()));
    command.addAll(List.of("--landing", folder.resolve("landing").toString()));
    command.addAll(List.of("--lake=" + folder.resolve("lake")));
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", folder.resolve("java").toString());
    builder.environment().put("HEPATICA_BUILD", folder.resolve("build").toString());
    builder.environment().put("HEPATICA_LOG", folder.resolve("log/hepatica.log").toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<String> lines = said.lines().toList();
    // Without it nothing would have been started, and no option be there.
    assertThat(lines).contains(Hepatica.class.getName(), name);
    return lines;
  }
}
