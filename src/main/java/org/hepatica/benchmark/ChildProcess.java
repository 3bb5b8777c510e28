package org.hepatica.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

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
    return run(command, Map.of());
  }

  /** The same with some variables of the environment set. */
  public static String run(List<String> command, Map<String, String> environment) {
    return run(command, environment, OptionalDouble.empty()).orElseThrow();
  }

  /**
   * Starts a command and kills it, with all that it started, as kill -9 does.
   *
   * @param seconds after which it is killed
   * @return whether it was; false when it had ended well by then
   * @throws ChildProcessException if it ended by itself with another code than 0
   */
  public static boolean kill(
      List<String> command, Map<String, String> environment, double seconds) {
    return run(command, environment, OptionalDouble.of(seconds)).isEmpty();
  }

  /** What it printed; empty when it was killed. */
  private static Optional<String> run(
      List<String> command, Map<String, String> environment, OptionalDouble killedAfter) {
    Path printed = null;
    try {
      printed = Files.createTempFile("hepatica-benchmark", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
      builder.environment().putAll(environment);
      OptionalInt code = waited(builder.start(), killedAfter);
      if (code.isEmpty()) {
        return Optional.empty();
      }
      String text = Files.readString(printed, StandardCharsets.UTF_8);
      if (code.getAsInt() != 0) {
        throw new ChildProcessException(
            "%s ended with code %d%s".formatted(command.get(0), code.getAsInt(), end(text)));
      }
      return Optional.of(text);
    } catch (IOException e) {
      throw new ChildProcessException(
          "%s cannot be run: %s".formatted(command.get(0), e.getMessage()));
    } finally {
      delete(printed);
    }
  }

  /** The code it ended with; empty when it was killed. */
  private static OptionalInt waited(Process process, OptionalDouble killedAfter) {
    Thread hook = new Thread(() -> kill(process));
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      if (killedAfter.isPresent()
          && !process.waitFor((long) (killedAfter.getAsDouble() * 1e9), TimeUnit.NANOSECONDS)) {
        kill(process);
        return OptionalInt.empty();
      }
      return OptionalInt.of(process.waitFor());
    } catch (InterruptedException e) {
      kill(process);
      Thread.currentThread().interrupt();
      throw new ChildProcessException("interrupted while a program ran");
    } finally {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  /** With what it started: a script may wait for the program that it runs. */
  private static void kill(Process process) {
    List<ProcessHandle> all =
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(one -> one.onExit().join());
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
