package org.hepatica.transform;

import java.nio.file.Path;
import java.util.Map;
import org.hepatica.protocol.Configuration;
import org.hepatica.protocol.Study;

/** The shipped studies, with a key or two changed. */
public final class Protocols {

  private Protocols() {}

  /** The study of hepatic artery infusion and KRAS; keys and values by turns. */
  public static Study gholami(String... keysAndValues) {
    return study("gholami-2019", keysAndValues);
  }

  /** The study without gene, exposure, period and score. */
  public static Study prognosis(String... keysAndValues) {
    return study("crlm-prognosis", keysAndValues);
  }

  private static Study study(String name, String... keysAndValues) {
    Map<String, String> sets = new java.util.LinkedHashMap<>();
    sets.put("study", name);
    for (int i = 0; i < keysAndValues.length; i += 2) {
      sets.put("study." + keysAndValues[i], keysAndValues[i + 1]);
    }
    return Configuration.load(Path.of("conf", "hepatica.conf"), sets).study(name);
  }
}
