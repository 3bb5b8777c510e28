package org.hepatica.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where well-known genes lie: files like those of {@code conf/genes} that come with the program,
 * because the genome is no rule of a study. A file there of the same gene takes their place.
 */
final class KnownGenes {

  private static final List<String> SYMBOLS = List.of("BRAF", "KRAS", "NRAS");

  private KnownGenes() {}

  static Map<String, ConfFile<GeneLocus>> files(Overrides overrides) {
    Map<String, ConfFile<GeneLocus>> files = new TreeMap<>();
    for (String symbol : SYMBOLS) {
      String label = "genes/" + symbol + ".conf of the program";
      files.put(
          symbol,
          ConfFile.of(text(symbol), label, "gene", overrides, new GeneLocusReader(symbol)::read));
    }
    return files;
  }

  private static String text(String symbol) {
    try (InputStream in = KnownGenes.class.getResourceAsStream("genes/" + symbol + ".conf")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own genes cannot be read", e);
    }
  }
}
