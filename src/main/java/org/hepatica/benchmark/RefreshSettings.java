package org.hepatica.benchmark;

import java.nio.file.Path;
import java.util.Set;

/**
 * What is to be measured.
 *
 * @param scenarios which of them
 * @param patients of snapshot and changes
 * @param small patients of unchanged and kills
 * @param repeat nights with nothing changed, of which the median is told
 * @param kills processes to be killed
 * @param inARow how many nights of a lake are killed before one is run to its end, at most
 * @param seed of when they are
 * @param verifies whether the tables of snapshot and changes are held against those of a full night
 * @param folder of everything that is made meanwhile
 */
public record RefreshSettings(
    Set<RefreshScenario> scenarios,
    long patients,
    long small,
    int repeat,
    int kills,
    int inARow,
    long seed,
    boolean verifies,
    Path folder) {

  /** Copies. */
  public RefreshSettings {
    scenarios = Set.copyOf(scenarios);
  }
}
