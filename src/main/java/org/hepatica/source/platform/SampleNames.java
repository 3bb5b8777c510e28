package org.hepatica.source.platform;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hepatica.genomics.ImpactSample;

/** What a sample's name tells, before it becomes a hash. */
final class SampleNames {

  private static final Set<String> CONTROLS =
      Set.of("NTC", "H2O", "WATER", "BLANK", "CTRL", "CONTROL", "EMPTY");

  private static final Pattern WHOLE_NAME_CONTROLS =
      Pattern.compile("(?:NEG(?:ATIVE)?|POS(?:ITIVE)?|NC|PC|WT|MUT)[ _-]?[0-9]*");

  private static final Pattern NORMAL =
      Pattern.compile("P-[0-9]+-N[0-9]+.*|TCGA-[^-]+-[^-]+-1[0-4].*");

  private SampleNames() {}

  /** Whether a well holds no patient's material. */
  static boolean isControl(String name) {
    String upper = name.strip().toUpperCase(Locale.ROOT);
    if (upper.isEmpty() || WHOLE_NAME_CONTROLS.matcher(upper).matches()) {
      return true;
    }
    for (String word : upper.split("[^A-Z0-9]+")) {
      if (CONTROLS.contains(word) || CONTROLS.contains(word.replaceAll("[0-9]+$", ""))) {
        return true;
      }
    }
    return false;
  }

  /** Marks a record whose sample is normal tissue by its name. */
  static void markNormal(Map<String, String> cells, String column) {
    String name = cells.get(column);
    if (name != null && NORMAL.matcher(name.strip().toUpperCase(Locale.ROOT)).matches()) {
      cells.put(ImpactSample.NORMAL, "true");
    }
  }
}
