package org.hepatica.transform.survival;

import java.util.List;

/**
 * A text that a study's levels do not foresee: subjects who have it would be in no group.
 *
 * @param sql what gives the text
 * @param levels those that the study names
 * @param example the first such text, alphabetically
 * @param subjects how many have such a text
 */
public record UnknownLevel(String sql, List<String> levels, String example, long subjects) {

  /** Copies the list. */
  public UnknownLevel {
    levels = List.copyOf(levels);
  }
}
