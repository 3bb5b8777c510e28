package org.hepatica.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A project in a temp folder, whose conf files a test writes. */
final class ConfBench {

  static final String HEPATICA = "hepatica { study = s }\n";

  static final String STUDY =
      """
      study {
        name = s
        centers = [c]
        endpoints { os { event = [death] } }
      }
      """;

  static final String CENTER =
      """
      center {
        name = c
        exports { p { files = "p.csv", format = csv, identifying = [MRN] } }
        tables { patient { from = p, columns { patient_id = MRN } } }
      }
      """;

  private final Path root;

  ConfBench(Path root) {
    this.root = root;
    hepatica(HEPATICA);
    study(STUDY);
    center(CENTER);
  }

  ConfBench hepatica(String text) {
    return write("conf/hepatica.conf", text);
  }

  ConfBench study(String text) {
    return write("conf/studies/s.conf", text);
  }

  /** The smallest study with more lines, the first of which is line 5. */
  ConfBench studyWith(String lines) {
    return study(STUDY.substring(0, STUDY.length() - 2) + lines.stripTrailing() + "\n}\n");
  }

  ConfBench center(String text) {
    return write("conf/centers/c.conf", text);
  }

  /** The smallest centre with more lines, the first of which is line 5. */
  ConfBench centerWith(String lines) {
    return center(CENTER.substring(0, CENTER.length() - 2) + lines.stripTrailing() + "\n}\n");
  }

  ConfBench write(String path, String text) {
    try {
      Files.createDirectories(root.resolve(path).getParent());
      Files.writeString(root.resolve(path), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Configuration load() {
    return load(Map.of());
  }

  Configuration load(Map<String, String> sets) {
    return load(sets, List.of());
  }

  /** As of the folder: problems name files as {@code conf/...}. */
  Configuration load(Map<String, String> sets, List<GivenOption> options) {
    try {
      return Configuration.load(root.resolve("conf/hepatica.conf"), sets, options);
    } catch (ProtocolException e) {
      String folder = root + "/";
      throw new ProtocolException(
          e.problems().stream().map(problem -> problem.replace(folder, "")).toList());
    }
  }

  /** The problems of loading; none when it succeeds. */
  List<String> problems() {
    try {
      load();
      return List.of();
    } catch (ProtocolException e) {
      return e.problems();
    }
  }
}
