package org.hepatica.transform.survival;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The sufficient statistics of one partition: for every question, counts of subjects by time,
 * status and values. Counts of partitions add up, so any partitioning gives the same cells.
 */
final class CellCounter implements MapPartitionsFunction<Row, Row> {

  /** In the place of a status: there are more cells than the question takes. */
  static final int TOO_VARIED = -1;

  private static final long serialVersionUID = 1L;

  private final List<Question> questions;
  private final int endpoints;

  /**
   * A counter of rows that hold, in this order: time and status of each endpoint, then the values.
   */
  CellCounter(List<Question> questions, int endpoints) {
    this.questions = List.copyOf(questions);
    this.endpoints = endpoints;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> subjects) {
    List<Map<Key, long[]>> counts = new ArrayList<>();
    questions.forEach(question -> counts.add(new HashMap<>()));
    while (subjects.hasNext()) {
      Row subject = subjects.next();
      for (int q = 0; q < counts.size(); q++) {
        Map<Key, long[]> own = counts.get(q);
        Question question = questions.get(q);
        Key key = own.size() > question.mostCells() ? null : Key.of(question, subject, endpoints);
        if (key != null) {
          own.computeIfAbsent(key, k -> new long[1])[0]++;
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int q = 0; q < counts.size(); q++) {
      int id = questions.get(q).id();
      if (counts.get(q).size() > questions.get(q).mostCells()) {
        rows.add(row(id, new Key(0, TOO_VARIED, new double[0]), 1));
      } else {
        counts.get(q).forEach((key, n) -> rows.add(row(id, key, n[0])));
      }
    }
    return rows.iterator();
  }

  private static Row row(int question, Key key, long count) {
    return RowFactory.create(question, key.time(), key.status(), key.values(), count);
  }

  /** A cell's coordinates. */
  record Key(int time, int status, double[] values) {

    /**
     * Where a subject is counted.
     *
     * @param subject a row of the frame
     * @param endpoints of the frame
     * @return null when it lacks what the question asks
     */
    static Key of(Question question, Row subject, int endpoints) {
      double[] values = new double[question.values().length];
      for (int i = 0; i < values.length; i++) {
        int place = 2 * endpoints + question.values()[i];
        if (subject.isNullAt(place)) {
          return null;
        }
        values[i] = subject.getDouble(place) + 0.0; // -0 and 0 are one value
      }
      if (question.endpoint() == Question.NO_ENDPOINT) {
        return new Key(0, 0, values);
      }
      int place = 2 * question.endpoint();
      return subject.isNullAt(place)
          ? null
          : new Key(subject.getInt(place), subject.getInt(place + 1), values);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && time == key.time
          && status == key.status
          && java.util.Arrays.equals(values, key.values);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * time + status) + java.util.Arrays.hashCode(values);
    }
  }
}
