package org.hepatica.protocol;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Where things lie and how the engine runs: {@code conf/hepatica.conf}. Paths are absolute; what
 * the file says relatively is of the project's root, the parent of the conf folder.
 *
 * @param study the study's name, {@code conf/studies/<study>.conf}
 * @param centers the centres to take deliveries from; empty means the study's own
 * @param landing folder of deliveries; by default data/landing
 * @param lake folder of the Delta tables; by default data/lake
 * @param history days for which every past version of a table is kept; by default 3650, at least 8
 * @param evolve columns, as in {@code silver/patient.sex}, that tables of the lake may lose, or
 *     whose type may change there; by default none
 * @param wholeTableMegabytes up to so much, tables are written anew as a whole and what is made of
 *     them looks at all of them; of larger ones changes are followed; by default 64
 * @param out folder of the report and results; by default data/out
 * @param keyFile owner-only file of the key of all identifier hashes; by default
 *     data/identifiers.key
 * @param master Spark master of the embedded run; by default local[*]
 * @param memory heap of the embedded run: {@code auto} (default) or such as {@code 8g}
 * @param smallMegabytes up to so much delivered, plans are kept light: few partitions, no generated
 *     code; by default 64
 */
public record Installation(
    String study,
    List<String> centers,
    Path landing,
    Path lake,
    int history,
    Set<String> evolve,
    long wholeTableMegabytes,
    Path out,
    Path keyFile,
    String master,
    String memory,
    long smallMegabytes) {

  /** Keeps the collections unchangeable. */
  public Installation {
    centers = List.copyOf(centers);
    evolve = Set.copyOf(evolve);
  }
}
