package org.hepatica.protocol;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values of the command line, {@code --set key=value} and options with a key of their own. Keys
 * that begin with {@code study.} go to the study, all others to the installation, whose leading
 * {@code hepatica.} may be left out.
 */
final class Overrides {

  private final Map<String, Map<List<String>, ConfigValue>> values =
      Map.of("hepatica", new LinkedHashMap<>(), "study", new LinkedHashMap<>());
  private final Map<String, String> options = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  /** An option wins over {@code --set} of its key. */
  Overrides(Map<String, String> sets, List<GivenOption> given) {
    sets.forEach(this::add);
    for (GivenOption each : given) {
      options.put(each.key(), each.option());
      values
          .get("hepatica")
          .put(
              ConfigUtil.splitPath(each.key()),
              ConfigValueFactory.fromAnyRef(each.value(), each.option()));
    }
  }

  /** What cannot be understood at all. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** What gives a full key its value; empty when no value is given. */
  Optional<Position> position(String key) {
    boolean given =
        values.values().stream()
            .flatMap(each -> each.keySet().stream())
            .anyMatch(path -> String.join(".", path).equals(key));
    return given
        ? Optional.of(Reading.given(options.getOrDefault(key, Reading.SET), key))
        : Optional.empty();
  }

  /** A file's configuration under the values for its root key. */
  Config over(Config config, String root) {
    Config result = LakeReader.asSection(config);
    for (Map.Entry<List<String>, ConfigValue> set :
        values.getOrDefault(root, Map.of()).entrySet()) {
      result = result.withValue(ConfigUtil.joinPath(set.getKey()), set.getValue());
    }
    return result;
  }

  /** The parts of a text between commas, trimmed; none of a blank one. */
  static List<ConfigValue> split(String text, String origin) {
    return text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(",")).map(part -> scalar(part.trim(), origin)).toList();
  }

  private void add(String key, String value) {
    try {
      List<String> path = new ArrayList<>(ConfigUtil.splitPath(key));
      if (!path.get(0).equals("hepatica") && !(path.get(0).equals("study") && path.size() > 1)) {
        path.add(0, "hepatica");
      }
      values.get(path.get(0)).put(List.copyOf(path), parse(value));
    } catch (ConfigException e) {
      Position position = new Position(Reading.SET, 0, key);
      problems.add(
          position.problem(
              "cannot be understood: " + e.getMessage(),
              "write --set key=value with a dotted key, such as hepatica.engine.memory=8g; a list"
                  + " is set as a whole"));
    }
  }

  /** Lists, sections and quoted texts as in a file; all else is text as it stands. */
  private static ConfigValue parse(String value) {
    return value.matches("(?s)\\s*[\\[{\"].*")
        ? ConfigFactory.parseString(
                "v = " + value, ConfigParseOptions.defaults().setOriginDescription(Reading.SET))
            .root()
            .get("v")
        : scalar(value, Reading.SET);
  }

  private static ConfigValue scalar(String value, String origin) {
    return ConfigValueFactory.fromAnyRef(value, origin);
  }
}
