package org.hepatica.transform.survival;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.protocol.Fingerprint;

/** Notes which cells an analysis counted and which it changed, so that they can be kept. */
final class CellLedger {

  private static final int DIGITS = 16;

  private final Map<String, Row> questions = new LinkedHashMap<>();
  private final Set<String> noted = new HashSet<>();
  private final Map<String, Long> varied = new HashMap<>();
  private final List<Row> gone = new ArrayList<>();
  private final List<Row> come = new ArrayList<>();
  private Dataset<Row> counted;

  /** The name of a question of an endpoint and values. */
  static String name(Optional<String> endpoint, List<String> values) {
    return Fingerprint.of(List.of(endpoint, values)).substring(0, DIGITS);
  }

  /**
   * Notes cells that were counted.
   *
   * @param cells of {@link CellCollector#counted}
   * @param names of those questions among them that are answered, by id
   */
  void counted(Dataset<Row> cells, Map<Integer, String> names) {
    Map<Integer, String> fresh = new LinkedHashMap<>();
    names.forEach(
        (id, name) -> {
          if (noted.add(name)) {
            fresh.put(id, name);
          }
        });
    if (!fresh.isEmpty()) {
      Dataset<Row> named = CellCollector.named(cells, fresh);
      counted = counted == null ? named : counted.unionByName(named);
    }
  }

  /**
   * Notes a question that has more cells than it takes.
   *
   * @param cells so many it has at least
   */
  void tooVaried(String name, long cells) {
    varied.put(name, cells);
  }

  /** Notes what changed in kept cells. */
  void changed(String name, List<Cell> changes, Cells now) {
    if (!noted.add(name)) {
      return;
    }
    Map<CellCounter.Key, Long> counts = now.counts();
    for (Cell change : changes) {
      Long n = counts.get(change.key());
      if (n == null || n > change.count()) {
        gone.add(row(name, change.key(), 0));
      }
      if (n != null) {
        come.add(row(name, change.key(), n));
      }
    }
  }

  /** Notes a question, asked once or more often, with its answer. */
  void asked(Optional<String> endpoint, List<String> values, Optional<Cells> cells) {
    String name = name(endpoint, values);
    Row known = questions.get(name);
    if (known == null || cells.isPresent()) {
      questions.put(
          name,
          RowFactory.create(
              name,
              endpoint.orElse(null),
              values.toArray(String[]::new),
              noted.contains(name),
              cells.map(Cells::n).orElse(null),
              noted.contains(name) ? null : varied.get(name)));
    }
  }

  /** All that is to be written, beside what is kept. */
  CellChanges changes(KeptCells kept) {
    Set<String> unasked = new TreeSet<>(kept.names());
    unasked.removeAll(noted);
    unasked.forEach(
        name -> kept.then(name).forEach(cell -> gone.add(row(name, cell.key(), cell.count()))));
    return new CellChanges(
        List.copyOf(questions.values()), kept.isNone(), gone, come, Optional.ofNullable(counted));
  }

  private static Row row(String question, CellCounter.Key key, long n) {
    return RowFactory.create(question, key.time(), key.status(), key.values(), n);
  }
}
