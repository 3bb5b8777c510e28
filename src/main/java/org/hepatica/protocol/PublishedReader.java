package org.hepatica.protocol;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Reads a folder of printed numbers. */
final class PublishedReader {

  private static final String PERCENT = "_percent_printed";

  private final Path folder;
  private final List<String> problems = new ArrayList<>();

  PublishedReader(Path folder) {
    this.folder = folder;
  }

  PublishedNumbers read() {
    try {
      return read(config().getConfig("comparison"));
    } catch (ConfigException e) {
      throw new ProtocolException(List.of(String.valueOf(e.getMessage())));
    }
  }

  private PublishedNumbers read(Config config) {
    PublishedNumbers numbers =
        new PublishedNumbers(
            lines("table1").stream().map(this::table1Line).toList(),
            models(),
            lines("estimates").stream().map(this::estimate).toList(),
            texts(config.getObject("table1-columns")),
            groups(config.getObject("groups")),
            texts(config.getObject("counts")),
            texts(config.getObject("hazard-ratios")),
            sums(config),
            config.getConfigList("readings").stream().map(PublishedReader::reading).toList());
    if (!problems.isEmpty()) {
      throw new ProtocolException(problems);
    }
    return numbers;
  }

  private Config config() {
    Path file = folder.resolve("comparison.conf");
    try {
      return ConfigFactory.parseFile(
          file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
    } catch (ConfigException e) {
      throw new ProtocolException(List.of(file + ": " + e.getMessage()));
    }
  }

  private Map<String, List<PublishedNumbers.ModelLine>> models() {
    Map<String, List<PublishedNumbers.ModelLine>> models = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".csv"))
          .map(name -> name.substring(0, name.length() - ".csv".length()))
          .filter(name -> !name.equals("table1") && !name.equals("estimates"))
          .sorted()
          .forEach(name -> models.put(name, lines(name).stream().map(this::modelLine).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return models;
  }

  private List<NamedCsvRecord> lines(String name) {
    Path file = folder.resolve(name + ".csv");
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new ProtocolException(List.of(file + ": cannot be read; restore it"));
    }
  }

  private PublishedNumbers.Table1Line table1Line(NamedCsvRecord line) {
    Map<String, String> printed = new LinkedHashMap<>();
    Map<String, Double> percents = new LinkedHashMap<>();
    for (String column : line.getHeader()) {
      if (column.endsWith(PERCENT)) {
        String group = column.substring(0, column.length() - PERCENT.length());
        printed.put(group, line.getField(group));
        number(line, column).ifPresent(percent -> percents.put(group, percent));
      }
    }
    return new PublishedNumbers.Table1Line(
        line.getField("variable"),
        line.getField("level"),
        line.getField("kind"),
        printed,
        percents,
        line.getField("p_printed"));
  }

  private PublishedNumbers.ModelLine modelLine(NamedCsvRecord line) {
    return new PublishedNumbers.ModelLine(
        line.getField("variable"), hazardRatio(line, "uni"), hazardRatio(line, "multi"));
  }

  private Optional<PublishedNumbers.HazardRatio> hazardRatio(NamedCsvRecord line, String column) {
    OptionalDouble estimate = number(line, "hr_" + column);
    OptionalDouble low = number(line, "lo_" + column);
    OptionalDouble high = number(line, "hi_" + column);
    if (estimate.isEmpty() || low.isEmpty() || high.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PublishedNumbers.HazardRatio(
            estimate.getAsDouble(),
            low.getAsDouble(),
            high.getAsDouble(),
            line.getField("p_" + column)));
  }

  private PublishedNumbers.Estimate estimate(NamedCsvRecord line) {
    return new PublishedNumbers.Estimate(
        line.getField("section"),
        line.getField("quantity"),
        line.getField("group"),
        number(line, "value").orElse(Double.NaN),
        number(line, "lo"),
        number(line, "hi"),
        number(line, "tolerance"),
        line.getField("note"));
  }

  private OptionalDouble number(NamedCsvRecord line, String column) {
    String text = line.getField(column).trim();
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      problems.add(
          folder.getFileName()
              + " line "
              + line.getStartingLineNumber()
              + ", column "
              + column
              + ": '"
              + text
              + "' is no number; write one, or leave the cell empty");
      return OptionalDouble.empty();
    }
  }

  private static Map<String, String> texts(ConfigObject object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.forEach((key, value) -> texts.put(key, String.valueOf(value.unwrapped())));
    return texts;
  }

  private static Map<String, Map<String, String>> groups(ConfigObject object) {
    Map<String, Map<String, String>> groups = new LinkedHashMap<>();
    for (Map.Entry<String, ConfigValue> group : object.entrySet()) {
      groups.put(group.getKey(), texts((ConfigObject) group.getValue()));
    }
    return groups;
  }

  private static Map<String, List<String>> sums(Config config) {
    Map<String, List<String>> sums = new LinkedHashMap<>();
    for (Config sum : config.getConfigList("sums")) {
      sums.put(sum.getString("total"), sum.getStringList("parts"));
    }
    return sums;
  }

  private static PublishedNumbers.Alternative reading(Config config) {
    return new PublishedNumbers.Alternative(
        config.getString("file"),
        config.getString("quantity"),
        config.getString("column"),
        optional(config, "low"),
        optional(config, "high"),
        config.hasPath("shown-only") && config.getBoolean("shown-only"),
        config.getString("note"));
  }

  private static OptionalDouble optional(Config config, String key) {
    return config.hasPath(key) ? OptionalDouble.of(config.getDouble(key)) : OptionalDouble.empty();
  }
}
