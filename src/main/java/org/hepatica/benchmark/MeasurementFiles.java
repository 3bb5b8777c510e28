package org.hepatica.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measurements for programs: what does not exist is null in JSON and empty in CSV. */
final class MeasurementFiles {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT);

  private MeasurementFiles() {}

  static String json(List<Measurement> list) {
    try {
      return JSON.writeValueAsString(list).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("measurements that are no JSON", e);
    }
  }

  static String csv(List<Measurement> list) {
    return "task,n,engine,seconds_cold,seconds_warm,peak_mb\n"
        + list.stream().map(MeasurementFiles::line).collect(Collectors.joining());
  }

  private static String line(Measurement m) {
    return Stream.of(m.task(), m.n(), m.engine(), m.secondsCold(), m.secondsWarm(), m.peakMb())
        .map(value -> value == null ? "" : value.toString())
        .collect(Collectors.joining(",", "", "\n"));
  }
}
