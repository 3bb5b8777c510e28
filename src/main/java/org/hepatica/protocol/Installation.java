package org.hepatica.protocol;

import java.nio.file.Path;
import java.util.List;

/**
 * Where things lie and how the engine runs: {@code conf/hepatica.conf}. Paths are absolute; what
 * the file says relatively is of the project's root, the parent of the conf folder.
 *
 * @param study the study's name, {@code conf/studies/<study>.conf}
 * @param centers the centres to take deliveries from; empty means the study's own
 * @param landing folder of deliveries; by default data/landing
 * @param lake folder of the Delta tables; by default data/lake
 * @param out folder of the report and results; by default data/out
 * @param keyFile owner-only file of the key of all identifier hashes; by default
 *     data/identifiers.key
 * @param master Spark master of the embedded run; by default local[*]
 * @param memory heap of the embedded run: {@code auto} (default) or such as {@code 8g}
 * @param smallRows up to so many delivered records, few shuffle partitions; by default 200,000
 */
public record Installation(
    String study,
    List<String> centers,
    Path landing,
    Path lake,
    Path out,
    Path keyFile,
    String master,
    String memory,
    long smallRows) {

  /** Keeps the list unchangeable. */
  public Installation {
    centers = List.copyOf(centers);
  }
}
