package org.hepatica.source.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hepatica.genomics.Gene;
import org.hepatica.genomics.Observation;

/**
 * Rows of tab-separated mutations that are of one of some genes, by symbol or Entrez number, looked
 * at before the row is taken apart. A row of another number of cells than the header has is kept
 * whatever it seems to name: where its cells belong is not known.
 */
final class GeneRows implements RowFilter {

  /** So many names are remembered; there are some 20,000 genes. */
  private static final int MOST_NAMES = 100_000;

  private final Set<String> keys;
  private final int symbol;
  private final int entrez;
  private final int columns;
  private final Map<String, Boolean> known = new HashMap<>();
  private long leftOut;

  /**
   * @param genes symbols, aliases and Entrez numbers
   * @param symbol place of the symbol's column, from 0
   * @param entrez place of the number's column; negative for none
   * @param columns how many the header has
   */
  GeneRows(List<String> genes, int symbol, int entrez, int columns) {
    this.keys = genes.stream().map(Gene::key).collect(Collectors.toUnmodifiableSet());
    this.symbol = symbol;
    this.entrez = entrez;
    this.columns = columns;
  }

  @Override
  public boolean keeps(String line) {
    boolean keeps = isOne(cell(line, symbol)) || entrez >= 0 && isOne(cell(line, entrez));
    if (keeps || cells(line) != columns) {
      return true;
    }
    leftOut++;
    return false;
  }

  @Override
  public long leftOut() {
    return leftOut;
  }

  /** What is said of a file's rows that were left out. */
  static Map<String, String> account(long rows) {
    return Map.of(Observation.KIND, Observation.LEFT_OUT, Observation.ROWS, String.valueOf(rows));
  }

  private boolean isOne(String name) {
    if (known.size() >= MOST_NAMES) {
      known.clear();
    }
    return known.computeIfAbsent(name, text -> keys.contains(Gene.key(text)));
  }

  private static String cell(String line, int place) {
    int from = 0;
    for (int i = 0; i < place; i++) {
      from = line.indexOf('\t', from) + 1;
      if (from == 0) {
        return "";
      }
    }
    int to = line.indexOf('\t', from);
    return to < 0 ? line.substring(from) : line.substring(from, to);
  }

  private static int cells(String line) {
    int cells = 1;
    for (int at = line.indexOf('\t'); at >= 0; at = line.indexOf('\t', at + 1)) {
      cells++;
    }
    return cells;
  }
}
