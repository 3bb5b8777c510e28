package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.hepatica.survival.cox.LevelSums;
import org.hepatica.survival.cox.Neighbours;
import org.hepatica.survival.cox.PassedSteps;

/**
 * By range, then by stratum, what the ranges after it add up to, and what those before it do.
 *
 * @param later sums over those at risk
 * @param earlier sums over event times; empty while they are not known
 */
record RangeOffsets(List<Map<Object, LevelSums>> later, List<Map<Object, PassedSteps>> earlier)
    implements Serializable {

  /**
   * Adds up from the last range to the first.
   *
   * @param own each range's sums
   */
  static RangeOffsets of(List<Map<Object, LevelSums>> own) {
    return new RangeOffsets(later(own, LevelSums::plus), List.of());
  }

  /** By range, then by stratum, what the ranges after it add up to. */
  static <T> List<Map<Object, T>> later(List<Map<Object, T>> own, BinaryOperator<T> plus) {
    Map<Object, T> sum = new HashMap<>();
    List<Map<Object, T>> later = new ArrayList<>();
    for (int range = own.size() - 1; range >= 0; range--) {
      later.add(new HashMap<>(sum));
      own.get(range).forEach((name, more) -> sum.merge(name, more, plus));
    }
    Collections.reverse(later);
    return later;
  }

  /**
   * Adds up from the first range to the last.
   *
   * @param own each range's steps
   */
  RangeOffsets with(List<Map<Object, PassedSteps>> own) {
    Map<Object, PassedSteps> sum = new HashMap<>();
    List<Map<Object, PassedSteps>> earlier = new ArrayList<>();
    for (Map<Object, PassedSteps> steps : own) {
      earlier.add(new HashMap<>(sum));
      steps.forEach((name, more) -> sum.merge(name, more, PassedSteps::then));
    }
    return new RangeOffsets(later, earlier);
  }

  /** What a range must know of the others. */
  Neighbours of(RangeRows range) {
    return new Neighbours(
        range.ofStrata(later.get(range.number()), LevelSums[]::new),
        earlier.isEmpty() ? null : range.ofStrata(earlier.get(range.number()), PassedSteps[]::new));
  }
}
