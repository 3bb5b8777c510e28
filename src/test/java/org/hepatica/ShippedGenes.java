package org.hepatica;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hepatica.protocol.Configuration;
import org.hepatica.protocol.GeneLocus;

/** Genes that the program knows without a file of a configuration. */
public final class ShippedGenes {

  private ShippedGenes() {}

  /** Where KRAS lies. */
  public static GeneLocus kras() {
    return named("KRAS");
  }

  /** All of them. */
  public static List<GeneLocus> all() {
    return Configuration.load(Path.of("conf/hepatica.conf"), Map.of()).genes();
  }

  /** Where a gene lies. */
  public static GeneLocus named(String symbol) {
    return all().stream().filter(gene -> gene.symbol().equals(symbol)).findFirst().orElseThrow();
  }

  /** KRAS alone. */
  public static List<GeneLocus> krasAlone() {
    return List.of(kras());
  }
}
