package org.hepatica.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hepatica.benchmark.FolderTree;

/**
 * The shipped configuration, for a hospital of the benchmark: as it is, or with a synthetic centre
 * that delivers what changed alone.
 */
final class RefreshConf {

  /** The registry's exports, and by which columns a record of each replaces the one before. */
  private static final Map<String, String> KEYS = new LinkedHashMap<>();

  static {
    KEYS.put("patients", "MRN");
    KEYS.put("crosswalk", "MRN, SYSTEM, ALIAS_ID");
    KEYS.put("primaries", "MRN, RESECTION_DATE");
    KEYS.put("resections", "MRN, OPERATION_ID");
    KEYS.put("lesions", "MRN, OPERATION_ID, LESION_NO");
    KEYS.put("specimens", "MRN, ACCESSION, BLOCK");
    KEYS.put("cea", "MRN, DRAWN");
    KEYS.put("treatments", "MRN, TYPE, START_DATE");
    KEYS.put("recurrences", "MRN, RECURRENCE_DATE, SITE");
    KEYS.put("extrahepatic", "MRN, FOUND_DATE, SITE");
    KEYS.put("follow_up", "MRN");
  }

  private RefreshConf() {}

  /** Writes it. */
  static void write(Path folder, boolean onlyChanges) throws IOException {
    FolderTree.copy(Launcher.ofRoot("conf"), folder);
    if (onlyChanges) {
      Path center = folder.resolve("centers/synthetic.conf");
      Files.writeString(center, ofChanges(Files.readString(center)));
    }
  }

  /**
   * The conf file of a centre whose registry delivers changes; its laboratories go on as before.
   */
  static String ofChanges(String center) {
    String text = center;
    for (Map.Entry<String, String> export : KEYS.entrySet()) {
      Matcher begin =
          Pattern.compile("(?m)^( {4}" + export.getKey() + " *\\{)(?= *$| *files)").matcher(text);
      if (!begin.find()) {
        throw new IllegalStateException(
            "conf/centers/synthetic.conf has no export %s any more: tell the benchmark what it is called now"
                .formatted(export.getKey()));
      }
      String content = " content = changes, key = [%s]\n     ".formatted(export.getValue());
      text = text.substring(0, begin.end()) + content + text.substring(begin.end());
    }
    return text;
  }
}
