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

  static String json(Object list) {
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

  /** Steps are columns, as many as there are. */
  static String csvOfNights(List<RefreshMeasurement> list) {
    List<String> steps =
        list.stream().flatMap(one -> one.steps().keySet().stream()).distinct().toList();
    String head =
        Stream.of(
                Stream.of("scenario,patients,night,seconds,start_seconds,commit_seconds,commits"),
                steps.stream(),
                Stream.of("ratio,ratio_of_work,goal,met"))
            .flatMap(columns -> columns)
            .collect(Collectors.joining(",", "", "\n"));
    return head + list.stream().map(one -> line(one, steps)).collect(Collectors.joining());
  }

  private static String line(RefreshMeasurement m, List<String> steps) {
    return line(
        Stream.of(
                Stream.of(m.scenario(), m.patients(), m.night(), m.seconds(), m.startSeconds()),
                Stream.of(m.commitSeconds(), m.commits()),
                steps.stream().map(m.steps()::get),
                Stream.of(m.ratio(), m.ratioOfWork(), m.goal(), m.met()))
            .flatMap(values -> values));
  }

  private static String line(Measurement m) {
    return line(
        Stream.of(m.task(), m.n(), m.engine(), m.secondsCold(), m.secondsWarm(), m.peakMb()));
  }

  private static String line(Stream<?> values) {
    return values
        .map(value -> value == null ? "" : value.toString())
        .collect(Collectors.joining(",", "", "\n"));
  }
}
