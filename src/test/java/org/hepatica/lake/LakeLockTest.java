package org.hepatica.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeLockTest {

  @TempDir Path folder;

  /** Another process, which holds a lake until it is killed. */
  static final class Holder {
    public static void main(String[] arguments) throws IOException {
      LakeLock.take(Path.of(arguments[0]), "run 7 on north since 02:00");
      System.out.println("held");
      System.in.read();
    }
  }

  @Test
  void whoComesSecondIsToldWhoIsThereUntilThatOneIsKilled() throws Exception {
    Path lake = folder.resolve("lake");
    Process other = holder(lake);
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(said.readLine()).isEqualTo("held");
      assertThatThrownBy(() -> LakeLock.take(lake, "run 8"))
          .isInstanceOf(LakeBusyException.class)
          .hasMessage(
              lake
                  + " is in use by run 7 on north since 02:00: wait until it ends, or stop it, then"
                  + " run again");
    } finally {
      other.destroyForcibly().waitFor();
    }
    assertThat(folder.resolve("lake.lock")).hasContent("run 7 on north since 02:00");
    try (LakeLock lock = LakeLock.take(lake, "run 8")) {
      assertThat(Files.readString(folder.resolve("lake.lock"))).isEqualTo("run 8\n");
      assertThatThrownBy(() -> LakeLock.take(lake, "run 9"))
          .isInstanceOf(LakeBusyException.class)
          .hasMessageContaining("in use by run 8");
    }
    LakeLock.take(lake, "run 9").close();
  }

  private static Process holder(Path lake) throws IOException {
    String classes =
        Stream.of(LakeLock.class, LakeLockTest.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
            .collect(Collectors.joining(File.pathSeparator));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classes,
            Holder.class.getName(),
            lake.toString())
        .start();
  }
}
