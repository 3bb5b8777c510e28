package org.hepatica.transform.survival;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hepatica.table.Counted;
import org.hepatica.table.Tables;

/** The counts that an earlier analysis left, and the subjects who changed since. */
public final class KeptCells {

  private final Map<String, List<Cell>> cells;
  private final Set<String> counted;
  private final Tables then;
  private final Tables now;

  private KeptCells(Map<String, List<Cell>> cells, Set<String> counted, Tables then, Tables now) {
    this.cells = cells;
    this.counted = counted;
    this.then = then;
    this.now = now;
  }

  /** Nothing is kept: all is counted. */
  public static KeptCells none() {
    return new KeptCells(Map.of(), Set.of(), null, null);
  }

  /**
   * Counts that still hold.
   *
   * @param kept gives {@link Counted#CELL} and {@link Counted#QUESTIONS}
   */
  public static KeptCells of(Tables kept) {
    return of(kept, null, null);
  }

  /**
   * Counts of then, with those who changed since.
   *
   * @param kept gives {@link Counted#CELL} and {@link Counted#QUESTIONS}
   * @param then {@code subject} and {@code time_to_event} of changed subjects, as they were
   * @param now the same as they are
   */
  public static KeptCells of(Tables kept, Tables then, Tables now) {
    return new KeptCells(
        CellCollector.kept(kept.read(Counted.CELL)),
        CellCollector.countedNames(kept.read(Counted.QUESTIONS)),
        then,
        now);
  }

  /** Whether there is something to go on from. */
  boolean isNone() {
    return counted.isEmpty();
  }

  /** Whether a question's cells are kept; there may be none of it. */
  boolean has(String name) {
    return counted.contains(name);
  }

  /** The names of the questions whose cells are kept. */
  Set<String> names() {
    return counted;
  }

  /** A question's cells as they were. */
  List<Cell> then(String name) {
    return cells.getOrDefault(name, List.of());
  }

  /** By question's id, what changed subjects did to the cells of kept questions. */
  Map<Integer, List<Cell>> changes(Frame frame, List<Question> questions) {
    return then == null
        ? Map.of()
        : CellCollector.changes(frame.rows(then), frame.rows(now), frame.endpoints(), questions);
  }

  /**
   * A question's cells as they are.
   *
   * @throws IllegalStateException if what changed cannot have been counted before
   */
  Cells now(String name, List<Cell> changes) {
    try {
      return new Cells(then(name)).plus(changes);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          "the counts of question %s do not agree with the subjects who changed: run jobs/nightly --full"
              .formatted(name),
          e);
    }
  }
}
