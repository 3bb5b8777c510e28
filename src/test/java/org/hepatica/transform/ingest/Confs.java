package org.hepatica.transform.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Configuration;

/** The example centres of the test resources, read from their conf files. */
final class Confs {

  private Confs() {}

  static Center center(Path folder, String name) throws IOException {
    Path conf = folder.resolve("conf");
    Files.createDirectories(conf.resolve("studies"));
    Files.createDirectories(conf.resolve("centers"));
    Files.createDirectories(conf.resolve("quality"));
    Files.createDirectories(conf.resolve("changes"));
    for (String file :
        new String[] {
          "hepatica.conf",
          "studies/crlm-prognosis.conf",
          "quality/liver-metastases.conf",
          "changes/liver-metastases.conf"
        }) {
      Files.copy(Path.of("conf", file.split("/")), conf.resolve(file));
    }
    Files.copy(
        Path.of("src/test/resources/centers", name + ".conf"),
        conf.resolve("centers/" + name + ".conf"));
    return Configuration.load(
            conf.resolve("hepatica.conf"),
            Map.of("study", "crlm-prognosis", "centers", "[" + name + "]"))
        .center(name);
  }
}
