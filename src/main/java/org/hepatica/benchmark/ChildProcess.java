package org.hepatica.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a program to its end. It does not outlive this process. */
public final class ChildProcess {

  private static final int TOLD_LINES = 12;

  private ChildProcess() {}

  /**
   * Runs a command and gives what it printed.
   *
   * @param command program and arguments
   * @throws ChildProcessException if there is no such program or it ended with another code than 0
   */
  public static String run(List<String> command) {
    Path printed = null;
    try {
      printed = Files.createTempFile("hepatica-benchmark", ".log");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(printed.toFile())
              .start();
      int code = waited(process);
      String text = Files.readString(printed, StandardCharsets.UTF_8);
      if (code != 0) {
        throw new ChildProcessException(
            "%s ended with code %d%s".formatted(command.get(0), code, end(text)));
      }
      return text;
    } catch (IOException e) {
      throw new ChildProcessException(
          "%s cannot be run: %s".formatted(command.get(0), e.getMessage()));
    } finally {
      delete(printed);
    }
  }

  private static int waited(Process process) {
    Thread hook = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new ChildProcessException("interrupted while a program ran");
    } finally {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  private static String end(String text) {
    List<String> lines = text.lines().toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size());
    return last.isEmpty() ? "" : ": " + String.join("\n  ", last);
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
