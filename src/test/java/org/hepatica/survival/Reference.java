package org.hepatica.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What R computed: numbers by case, quantity and key, from the CSV beside the R script. */
public final class Reference {

  public static final double ESTIMATE = 1e-8;
  public static final double P_VALUE = 1e-6;

  private final Map<String, Map<String, Double>> numbers = new LinkedHashMap<>();

  private Reference() {}

  public static Reference of(String name) {
    Reference reference = new Reference();
    List<String[]> rows = rows(name);
    for (String[] row : rows.subList(1, rows.size())) {
      double value = row[3].equals("NA") ? Double.NaN : Double.parseDouble(row[3]);
      reference
          .numbers
          .computeIfAbsent(row[0] + "/" + row[1], k -> new LinkedHashMap<>())
          .put(row[2], value);
    }
    return reference;
  }

  public static List<String[]> rows(String name) {
    String path = "/reference/" + name + ".csv";
    try (InputStream in = Reference.class.getResourceAsStream(path)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean has(String name, String quantity) {
    return numbers.containsKey(name + "/" + quantity);
  }

  public Map<String, Double> all(String name, String quantity) {
    Map<String, Double> found = numbers.get(name + "/" + quantity);
    assertThat(found).as("reference %s/%s", name, quantity).isNotNull();
    return found;
  }

  public double value(String name, String quantity, String key) {
    return all(name, quantity).get(key);
  }

  public double[] values(String name, String quantity) {
    return all(name, quantity).values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The counts of a table, from keys such as 2x3. */
  public long[][] table(String name) {
    Map<String, Double> cells = all(name, "count");
    int rows = cells.keySet().stream().mapToInt(key -> part(key, 0)).max().orElseThrow();
    int columns = cells.keySet().stream().mapToInt(key -> part(key, 1)).max().orElseThrow();
    long[][] table = new long[rows][columns];
    cells.forEach((key, count) -> table[part(key, 0) - 1][part(key, 1) - 1] = count.longValue());
    return table;
  }

  private static int part(String key, int index) {
    return Integer.parseInt(key.split("x")[index]);
  }

  /** Relative closeness; a missing number of R must be NaN. */
  public static void assertClose(String what, double actual, double expected, double tolerance) {
    if (Double.isNaN(expected)) {
      assertThat(actual).as(what).isNaN();
    } else {
      double scale = Math.max(Math.abs(expected), 1e-12);
      assertThat(Math.abs(actual - expected) / scale)
          .as("%s: %s against %s", what, actual, expected)
          .isLessThanOrEqualTo(tolerance);
    }
  }

  public static void assertClose(
      String what, OptionalDouble actual, double expected, double tolerance) {
    assertClose(what, actual.orElse(Double.NaN), expected, tolerance);
  }

  public static void assertClose(
      String what, double[] actual, double[] expected, double tolerance) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertClose(what + " " + i, actual[i], expected[i], tolerance);
    }
  }
}
