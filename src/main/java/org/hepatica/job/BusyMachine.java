package org.hepatica.job;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What else a machine does while something is measured. */
final class BusyMachine {

  private BusyMachine() {}

  /** Says so when it has something else to do. */
  static void warn(Progress progress) {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    if (load > 1) {
      progress.say(
          String.format(
              Locale.ROOT,
              "hepatica: the machine is busy (load %.1f): seconds and ratios will tell of that",
              load));
    }
  }
}
