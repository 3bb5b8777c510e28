package org.hepatica.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;

/** What a commit of a Delta table says of itself, read from the table's log. */
final class Commit {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_FILES = 500;
  private static final String ADD = "add";

  private final Path table;
  private final long version;

  Commit(Path table, long version) {
    this.table = table;
    this.version = version;
  }

  /**
   * The rows that the commit wrote to the table; empty when its file is gone or does not say. What
   * it wrote for the change feed beside them Delta counts, too.
   */
  OptionalLong outputRows() {
    if (actions("cdc").findAny().isPresent()) {
      List<JsonNode> rows =
          lines(ADD).stream()
              .map(line -> tree(line).path(ADD))
              .filter(added -> added.path("deletionVector").isMissingNode())
              .map(added -> tree(added.path("stats").asText("{}")).path("numRecords"))
              .toList();
      return rows.stream().anyMatch(JsonNode::isMissingNode)
          ? OptionalLong.empty()
          : OptionalLong.of(rows.stream().mapToLong(JsonNode::asLong).sum());
    }
    return actions("commitInfo")
        .map(info -> info.path("operationMetrics").path("numOutputRows"))
        .filter(rows -> !rows.isMissingNode())
        .mapToLong(JsonNode::asLong)
        .findFirst();
  }

  /**
   * When its rows lay on disk and the commit began, in milliseconds; empty when it does not say.
   */
  OptionalLong written() {
    return actions("commitInfo")
        .filter(info -> info.has("timestamp"))
        .mapToLong(info -> info.get("timestamp").asLong())
        .findFirst();
  }

  /**
   * The files of the table at this version: as its checksum names them, or this one commit when it
   * wrote them all; that is so when it added as many as the table then had (none, for a table
   * without rows). Empty when neither tells, when the commit is damaged, so that Delta comes upon
   * it, or when there are so many that Delta's own distributed listing is the better way.
   */
  Optional<List<AddFile>> tableFiles() {
    return named().or(this::added).filter(files -> files.size() <= MOST_FILES);
  }

  /** All files, by the checksum. */
  private Optional<List<AddFile>> named() {
    return checksum()
        .map(crc -> crc.path("allFiles"))
        .filter(files -> files.isArray() && isReadable())
        .map(files -> StreamSupport.stream(files.spliterator(), false))
        .map(files -> files.map(file -> added("{\"add\":%s}".formatted(file))).toList());
  }

  /** All files, by the commit. */
  private Optional<List<AddFile>> added() {
    List<String> lines = lines(ADD);
    return lines.size() <= MOST_FILES && lines.size() == files() && isReadable()
        ? Optional.of(lines.stream().map(Commit::added).toList())
            .filter(files -> files.stream().noneMatch(Commit::hasVector))
        : Optional.empty();
  }

  private static AddFile added(String line) {
    return (AddFile) Action.fromJson(line);
  }

  /** Whether some rows of a file are no longer of the table. */
  static boolean hasVector(AddFile file) {
    return file.deletionVector() != null;
  }

  /** Whether the commit is there, and each line of it. */
  private boolean isReadable() {
    Path commit = log(".json");
    if (!Files.exists(commit)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(commit)) {
      return lines.allMatch(Commit::isTree);
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private static boolean isTree(String line) {
    try {
      JSON.readTree(line);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Where a file of the table lies. */
  Path file(AddFile file) {
    return file(file.path());
  }

  private Path file(JsonNode action) {
    return file(action.get("path").asText());
  }

  /** A path is a URI, relative to the table unless it was shared from elsewhere. */
  private Path file(String path) {
    URI uri = URI.create(path);
    return uri.isAbsolute() ? Path.of(uri) : table.resolve(uri.getPath());
  }

  /** Whether it changes columns or properties. */
  boolean altersTheTable() {
    return actions("metaData").findAny().isPresent();
  }

  /** Whether all is there that tells its changes: its own file, and those that it names. */
  boolean isWhole() {
    boolean told = actions("cdc").findAny().isPresent();
    Stream<JsonNode> files =
        told
            ? actions("cdc")
            : Stream.concat(actions(ADD), actions("remove"))
                .filter(action -> action.path("dataChange").asBoolean(true));
    return Files.exists(log(".json")) && files.map(this::file).allMatch(Files::exists);
  }

  /** The size of the table's files at this version; empty when its checksum is not there. */
  OptionalLong tableBytes() {
    return checksum().filter(crc -> crc.has("tableSizeBytes")).stream()
        .mapToLong(crc -> crc.get("tableSizeBytes").asLong())
        .findFirst();
  }

  /**
   * How many files the table has at this version, as its checksum tells; -1 when it does not. The
   * commit itself is not asked, not even the first: what is left of a damaged one adds up, too.
   */
  private long files() {
    return checksum().map(crc -> crc.path("numFiles").asLong(-1)).orElse(-1L);
  }

  /** What Delta wrote beside the commit of the table as a whole. */
  private Optional<JsonNode> checksum() {
    Path checksum = log(".crc");
    try {
      return Files.exists(checksum)
          ? Optional.of(JSON.readTree(Files.readString(checksum)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + checksum, e);
    }
  }

  private Stream<JsonNode> actions(String kind) {
    return lines(kind).stream().map(line -> tree(line).path(kind));
  }

  private List<String> lines(String kind) {
    Path commit = log(".json");
    if (!Files.exists(commit)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(commit)) {
      return lines.filter(line -> line.startsWith("{\"" + kind + "\"")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + commit, e);
    }
  }

  private Path log(String ending) {
    return table.resolve("_delta_log").resolve("%020d%s".formatted(version, ending));
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
