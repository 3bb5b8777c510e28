package org.hepatica.transform.survival;

import java.io.Serializable;
import java.util.List;

/**
 * What an analysis asks of the cohort: the counts of subjects by time, status and a few values.
 *
 * @param id its place in the list of questions
 * @param endpoint place of the endpoint in the frame, or -1 when no time is asked for
 * @param values places of the values in the frame; a subject that lacks one is not counted
 * @param mostCells where there are more, in all or in a partition, the question has no answer
 */
record Question(int id, int endpoint, int[] values, int mostCells) implements Serializable {

  private static final long serialVersionUID = 1L;

  static final int NO_ENDPOINT = -1;

  /** Answered however many cells there are. */
  static final int ANY = Integer.MAX_VALUE;

  /** A question over places of values. */
  static Question of(int id, int endpoint, List<Integer> values, int mostCells) {
    int[] places = values.stream().mapToInt(Integer::intValue).toArray();
    return new Question(id, endpoint, places, mostCells);
  }

  /** The same, answered however many cells there are. */
  Question unbounded() {
    return new Question(id, endpoint, values, ANY);
  }
}
