package org.hepatica.transform.survival;

import java.io.Serializable;
import java.util.List;

/**
 * What an analysis asks of the cohort: the counts of subjects by time, status and a few values.
 *
 * @param id its place in the list of questions
 * @param endpoint place of the endpoint in the frame, or -1 when no time is asked for
 * @param values places of the values in the frame; a subject that lacks one is not counted
 */
record Question(int id, int endpoint, int[] values) implements Serializable {

  private static final long serialVersionUID = 1L;

  static final int NO_ENDPOINT = -1;

  /** A question over places of values. */
  static Question of(int id, int endpoint, List<Integer> values) {
    return new Question(id, endpoint, values.stream().mapToInt(Integer::intValue).toArray());
  }
}
