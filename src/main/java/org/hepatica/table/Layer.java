package org.hepatica.table;

/** Where in the lake a table lies: {@code <lake>/<layer>/<table>}. */
public enum Layer {
  /** Records as delivered, identifiers hashed. */
  BRONZE("bronze"),
  /** Registry and genomic tables, typed, quarantined, joined to a file and a line. */
  SILVER("silver"),
  /** What a study derives, one folder a study. */
  GOLD("gold"),
  /** Tidy results of a study's analyses, one folder a study; each is also a CSV. */
  RESULT("result"),
  /** Runs and their manifests. */
  RUN("run");

  private final String folder;

  Layer(String folder) {
    this.folder = folder;
  }

  /** The folder's name under the lake. */
  public String folder() {
    return folder;
  }

  /** Whether the layer's tables belong to one study. */
  public boolean ofStudy() {
    return this == GOLD || this == RESULT;
  }
}
