package org.hepatica.transform.survival;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.hepatica.table.Counted;
import org.hepatica.table.Gold;
import org.hepatica.table.Tables;

/** The counts that an earlier analysis left, and the subjects who changed since. */
public final class KeptCells {

  private final Map<String, List<Cell>> cells;
  private final Set<String> counted;

  /** By question that is not counted, cells that it has at least. */
  private final Map<String, Long> atLeast;

  private final Tables then;
  private final Tables now;

  private KeptCells(
      Map<String, List<Cell>> cells,
      Set<String> counted,
      Map<String, Long> atLeast,
      Tables then,
      Tables now) {
    this.cells = cells;
    this.counted = counted;
    this.atLeast = atLeast;
    this.then = then;
    this.now = now;
  }

  /** Nothing is kept: all is counted. */
  public static KeptCells none() {
    return new KeptCells(Map.of(), Set.of(), Map.of(), null, null);
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
    Map<String, Row> questions = CellCollector.questions(kept.read(Counted.QUESTIONS));
    Set<String> counted = new HashSet<>();
    Map<String, Long> atLeast = new HashMap<>();
    questions.forEach(
        (name, row) -> {
          Long cells = row.getAs(Counted.AT_LEAST);
          if (row.<Boolean>getAs(Counted.IS_COUNTED)) {
            counted.add(name);
          } else if (cells != null) {
            atLeast.put(name, cells);
          }
        });
    if (then != null && !atLeast.isEmpty()) {
      // Each who changed was in one cell of a question, which may be gone.
      long mayBeGone = then.read(Gold.SUBJECT).count();
      atLeast.replaceAll((name, cells) -> cells - mayBeGone);
    }
    return new KeptCells(CellCollector.kept(kept.read(Counted.CELL)), counted, atLeast, then, now);
  }

  /**
   * How many cells a question has at least; empty when it is counted, or that is not known. While
   * it is more than the question takes, nobody need count them to see that there are too many.
   */
  OptionalLong atLeast(String name) {
    Long cells = atLeast.get(name);
    return cells == null ? OptionalLong.empty() : OptionalLong.of(cells);
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
