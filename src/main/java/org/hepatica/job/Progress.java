package org.hepatica.job;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the terminal shows: a line a step, and at the end the seconds of each. */
final class Progress {

  private final PrintWriter out;
  private final List<String> lines = new ArrayList<>();
  private final long start = System.nanoTime();

  Progress(PrintWriter out) {
    this.out = out;
  }

  /** Announces what begins. */
  void begin(String step) {
    out.printf(Locale.ROOT, "%7.1f s  %s ...%n", secondsSince(start), step);
    out.flush();
  }

  /** Notes what ended, with a word on what came of it. */
  void end(String step, double seconds, String outcome) {
    lines.add(String.format(Locale.ROOT, "  %-10s %6.1f s  %s", step, seconds, outcome));
  }

  /** A line for people. */
  void say(String line) {
    out.println(line);
    out.flush();
  }

  /** The seconds of each step and of all. */
  void summary() {
    out.println();
    lines.forEach(out::println);
    out.printf(Locale.ROOT, "  %-10s %6.1f s%n", "in all", secondsSince(jvmStart()));
    out.flush();
  }

  static double secondsSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1e9;
  }

  /** The start of the process, so that what a user waited for is what is printed. */
  private static long jvmStart() {
    long up = java.lang.management.ManagementFactory.getRuntimeMXBean().getUptime();
    return System.nanoTime() - up * 1_000_000;
  }
}
