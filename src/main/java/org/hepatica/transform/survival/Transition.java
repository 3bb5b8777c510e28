package org.hepatica.transform.survival;

import java.util.List;
import org.apache.spark.sql.Row;

/**
 * A change of the counts that subjects made from then to now, each alone.
 *
 * @param question of whose counts
 * @param name tells it from others
 * @param out the cell that a subject left; null where it was not counted
 * @param in the cell that it is in now; null where it is not counted
 * @param subjects how many made it
 * @param ofQuestion how many changes of the question there are, all told
 * @param subjectsOfQuestion how many subjects made those
 */
record Transition(
    int question,
    String name,
    CellCounter.Key out,
    CellCounter.Key in,
    long subjects,
    long ofQuestion,
    long subjectsOfQuestion) {

  /** Of a row of {@link Transitions#counted}. */
  static Transition of(Row row) {
    return new Transition(
        row.getAs(Transitions.QUESTION),
        row.getAs(Transitions.NAME),
        key(row, Transitions.OUT),
        key(row, Transitions.IN),
        row.getAs(Transitions.SUBJECTS),
        row.getAs(Transitions.OF_QUESTION),
        row.getAs(Transitions.SUBJECTS_OF_QUESTION));
  }

  /** The counts of now with one such change taken back. */
  Cells takenBack(Cells now) {
    return now.moved(in, out);
  }

  private static CellCounter.Key key(Row row, String column) {
    Row cell = row.getAs(column);
    if (cell == null) {
      return null;
    }
    List<Double> values = cell.getList(2);
    return new CellCounter.Key(
        cell.getInt(0), cell.getInt(1), values.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
