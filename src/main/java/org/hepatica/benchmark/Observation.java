package org.hepatica.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a process that was measured says of itself.
 *
 * @param seconds of each run, the first one first
 * @param peakMb most memory that the process ever held, in MiB; null where the system does not tell
 * @param figures of the result, by name: coefficients, points of curves, a statistic; empty for a
 *     scan
 * @param remarks what makes the seconds mean less than they seem, in words; empty as a rule
 */
public record Observation(
    List<Double> seconds, Double peakMb, Map<String, Double> figures, List<String> remarks) {

  private static final ObjectMapper JSON =
      new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

  /** Copies, and refuses to be of nothing. */
  public Observation {
    if (seconds.isEmpty()) {
      throw new IllegalArgumentException("no run was measured");
    }
    seconds = List.copyOf(seconds);
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    remarks = List.copyOf(remarks);
  }

  /**
   * Reads what a process wrote.
   *
   * @throws IOException when it wrote nothing, or something else
   */
  static Observation read(Path file) throws IOException {
    return JSON.readValue(Files.readString(file), Observation.class);
  }

  /**
   * Writes it for whoever started the process.
   *
   * @throws IOException when the file cannot be written
   */
  public void write(Path file) throws IOException {
    Files.writeString(file, json());
  }

  private String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an observation that is no JSON", e);
    }
  }

  /** Seconds of the first run of the process. */
  double cold() {
    return seconds.get(0);
  }

  /** The median of the later runs; null when there was none. */
  Double warm() {
    List<Double> later = seconds.subList(1, seconds.size()).stream().sorted().toList();
    if (later.isEmpty()) {
      return null;
    }
    int middle = later.size() / 2;
    return later.size() % 2 == 1
        ? later.get(middle)
        : (later.get(middle - 1) + later.get(middle)) / 2;
  }
}
