package org.hepatica.lake;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.hepatica.table.TableDefinition;

/**
 * Files of a table that nobody needs any more.
 *
 * @param table whose
 * @param files data files, files of deletion vectors and of the change data feed
 * @param bytes their size
 * @param lost versions that past runs left and that cannot be read without them
 */
public record Sweep(TableDefinition table, List<Path> files, long bytes, Set<Long> lost) {

  /** Keeps the collections unchangeable. */
  public Sweep {
    files = List.copyOf(files);
    lost = Set.copyOf(lost);
  }
}
