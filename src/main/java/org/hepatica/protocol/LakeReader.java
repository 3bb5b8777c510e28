package org.hepatica.protocol;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The key {@code lake}: a section, or as a text its folder alone. */
final class LakeReader {

  /** Delta itself takes back nothing before a week has passed. */
  static final int LEAST_DAYS = 8;

  private static final String FOLDER = "data/lake";
  private static final int HISTORY = 3650;
  private static final long WHOLE_MEGABYTES = 16;

  private LakeReader() {}

  /** What is said of the lake; its folder as written. */
  record Said(String folder, int history, Set<String> evolve, long wholeMegabytes) {

    static Said of(String folder) {
      return new Said(folder, HISTORY, Set.of(), WHOLE_MEGABYTES);
    }
  }

  /**
   * The same configuration with a text as the section that it stands for: a key of that section,
   * given by the command line, would take its place.
   */
  static Config asSection(Config config) {
    ConfigValue lake =
        config.root().get("hepatica") instanceof ConfigObject hepatica
            ? hepatica.get("lake")
            : null;
    return lake != null && lake.valueType() == ConfigValueType.STRING
        ? config.withValue("hepatica.lake.folder", lake)
        : config;
  }

  static Said read(Cursor c) {
    boolean isText = c.find("lake").filter(node -> !node.isObject()).isPresent();
    return isText
        ? Said.of(c.text("lake", FOLDER))
        : c.section("lake", LakeReader::section).orElse(Said.of(FOLDER));
  }

  private static Said section(Cursor c) {
    String folder = c.text("folder", FOLDER);
    int history = c.atLeast(LEAST_DAYS, "history", HISTORY);
    List<String> evolve = c.texts("evolve", List.of());
    for (String column : evolve) {
      if (!column.matches("[a-z]+/[a-z_0-9]+\\.[a-z_0-9]+")) {
        c.problem(
            "evolve",
            "'" + column + "' is no column of a table",
            "write layer/table.column, such as silver/patient.sex");
      }
    }
    return new Said(folder, history, new LinkedHashSet<>(evolve), wholeMegabytes(c));
  }

  private static long wholeMegabytes(Cursor c) {
    long megabytes = c.find("whole-megabytes").flatMap(Node::large).orElse(WHOLE_MEGABYTES);
    if (megabytes < 0) {
      c.problem("whole-megabytes", megabytes + " is too small", "give it 0 or more");
    }
    return megabytes;
  }
}
