package org.hepatica.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What a commit of a Delta table says of itself. */
final class CommitMetrics {

  private static final ObjectMapper JSON = new ObjectMapper();

  private CommitMetrics() {}

  /** The rows that a commit wrote; empty when its file is gone or does not say. */
  static OptionalLong outputRows(Path table, long version) {
    Path commit = table.resolve("_delta_log").resolve(String.format("%020d.json", version));
    if (!Files.exists(commit)) {
      return OptionalLong.empty();
    }
    try (Stream<String> lines = Files.lines(commit)) {
      return lines
          .filter(line -> line.startsWith("{\"commitInfo\""))
          .map(CommitMetrics::metrics)
          .filter(rows -> !rows.isMissingNode())
          .mapToLong(JsonNode::asLong)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + commit, e);
    }
  }

  private static JsonNode metrics(String line) {
    try {
      return JSON.readTree(line).path("commitInfo").path("operationMetrics").path("numOutputRows");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
