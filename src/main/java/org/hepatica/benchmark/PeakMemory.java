package org.hepatica.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The most memory that this process ever held at once. */
final class PeakMemory {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";

  private PeakMemory() {}

  /** In MiB, as Linux counts resident pages; null where the system does not tell. */
  static Double megabytes() {
    if (!Files.isReadable(STATUS)) {
      return null;
    }
    try {
      return megabytes(Files.readAllLines(STATUS));
    } catch (IOException e) {
      return null; // a system that shows the file but does not let it be read
    }
  }

  static Double megabytes(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith(PEAK))
        .map(line -> line.substring(PEAK.length()).strip().split(" ")[0])
        .map(kilobytes -> Long.parseLong(kilobytes) / 1024.0)
        .findFirst()
        .orElse(null);
  }
}
