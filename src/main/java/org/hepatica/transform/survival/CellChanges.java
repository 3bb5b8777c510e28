package org.hepatica.transform.survival;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.table.Counted;

/**
 * What is to be written of the counts that an analysis rests on.
 *
 * @param questions rows of {@link Counted#QUESTIONS}, all of them
 * @param all whether the cells that come are all there are
 * @param gone cells that go, by the key of {@link Counted#CELL}: rows of that table; empty when all
 *     come
 * @param come rows of {@link Counted#CELL} that the driver made
 * @param counted rows of {@link Counted#CELL} that were counted; empty when nothing was
 */
public record CellChanges(
    List<Row> questions,
    boolean all,
    List<Row> gone,
    List<Row> come,
    Optional<Dataset<Row>> counted) {

  /** Keeps the lists unchangeable. */
  public CellChanges {
    questions = List.copyOf(questions);
    gone = List.copyOf(gone);
    come = List.copyOf(come);
  }

  /** Whether the cells stay as they are. */
  public boolean isNothing() {
    return !all && gone.isEmpty() && come.isEmpty() && counted.isEmpty();
  }
}
