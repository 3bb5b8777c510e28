package org.hepatica.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a reader finds in a lake.
 *
 * @param good how many runs ended well
 * @param others how many did not, as far as they say
 * @param unreadable what {@code runs} said when it failed; empty when it did not
 * @param unfinished tables that are not as the last good run left them
 * @param tables by name a hash of the rows that the last good run left, without run ids and times
 * @param comparisons the same of tables that tell of the night before beside this one
 * @param manifest of the last good run
 */
public record LakeLook(
    int good,
    int others,
    String unreadable,
    List<String> unfinished,
    Map<String, String> tables,
    Map<String, String> comparisons,
    String manifest) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads what a process wrote, by lake.
   *
   * @throws IOException when it wrote nothing, or something else
   */
  public static Map<String, LakeLook> read(Path file) throws IOException {
    return JSON.readValue(Files.readString(file), new TypeReference<>() {});
  }

  /**
   * Writes looks for whoever started the process.
   *
   * @throws IOException when the file cannot be written
   */
  public static void write(Map<String, LakeLook> looks, Path file) throws IOException {
    try {
      Files.writeString(file, JSON.writeValueAsString(looks));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("looks that are no JSON", e);
    }
  }

  /** The names of tables that are others than in another lake, or that one of the two lacks. */
  static List<String> different(Map<String, String> one, Map<String, String> other) {
    Map<String, String> all = new TreeMap<>(one);
    all.putAll(other);
    List<String> names = new ArrayList<>(all.keySet());
    names.removeIf(
        name -> all.get(name).equals(one.get(name)) && one.get(name).equals(other.get(name)));
    return names;
  }

  /** All tables. */
  Map<String, String> all() {
    Map<String, String> all = new TreeMap<>(tables);
    all.putAll(comparisons);
    return all;
  }
}
