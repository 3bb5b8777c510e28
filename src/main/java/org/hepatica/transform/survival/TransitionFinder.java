package org.hepatica.transform.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.transform.survival.CellCounter.Key;

/**
 * Which cells a changed subject left, and which it is in now: a row a question that it moved in.
 */
final class TransitionFinder implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private final List<Question> questions;
  private final int endpoints;

  /** Of rows of centre, patient, and the frame's row then and now, either null. */
  TransitionFinder(List<Question> questions, int endpoints) {
    this.questions = List.copyOf(questions);
    this.endpoints = endpoints;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> subjects) {
    List<Row> moves = new ArrayList<>();
    while (subjects.hasNext()) {
      Row subject = subjects.next();
      for (Question question : questions) {
        Key out = key(question, subject.getStruct(2));
        Key in = key(question, subject.getStruct(3));
        if (!Objects.equals(out, in)) {
          String name = question.id() + " " + text(out) + " > " + text(in);
          moves.add(
              RowFactory.create(
                  subject.get(0), subject.get(1), question.id(), name, row(out), row(in)));
        }
      }
    }
    return moves.iterator();
  }

  private Key key(Question question, Row frame) {
    return frame == null ? null : Key.of(question, frame, endpoints);
  }

  private static String text(Key key) {
    return key == null
        ? "-"
        : key.time() + "/" + key.status() + " " + Arrays.toString(key.values());
  }

  private static Row row(Key key) {
    return key == null ? null : RowFactory.create(key.time(), key.status(), key.values());
  }
}
