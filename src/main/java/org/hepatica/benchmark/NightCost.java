package org.hepatica.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a night cost.
 *
 * @param seconds from the start of its process to the end of it
 * @param startSeconds of these until its first step began: Java, Spark, the look at what lies there
 * @param commitSeconds of its tables' commits beside what they wrote; those made side by side are
 *     counted each
 * @param commits how many these are
 * @param steps seconds by step
 */
public record NightCost(
    double seconds,
    double startSeconds,
    double commitSeconds,
    long commits,
    Map<String, Double> steps) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Copies. */
  public NightCost {
    steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
  }

  /**
   * Of a night's own manifest.
   *
   * @param started when its process did
   * @param seconds until that process ended
   */
  static NightCost of(Instant started, double seconds, String manifest) {
    JsonNode root = tree(manifest);
    Instant ready = Instant.parse(root.get("ready").asText());
    Map<String, Double> steps = new LinkedHashMap<>();
    root.get("steps")
        .forEach(step -> steps.put(step.get("step").asText(), step.get("seconds").asDouble()));
    return new NightCost(
        seconds,
        (ready.toEpochMilli() - started.toEpochMilli()) / 1000.0,
        root.get("commit_seconds").asDouble(),
        root.get("commits").asLong(),
        steps);
  }

  /** The one in the middle by seconds; of an even number the lower one. */
  static NightCost median(List<NightCost> nights) {
    List<NightCost> sorted = new ArrayList<>(nights);
    sorted.sort(Comparator.comparingDouble(NightCost::seconds));
    return sorted.get((sorted.size() - 1) / 2);
  }

  /** What is left without what every night spends before its first step. */
  double secondsOfWork() {
    return seconds - startSeconds;
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a night's manifest that is no JSON", e);
    }
  }
}
