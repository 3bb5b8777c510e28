package org.hepatica.survival.cox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Adds up, by time, the hazard ratios of a stratum's subjects, and makes the baseline hazard of
 * them: with s0 the sum of those at risk, d0 that of the d events and m their mean weight, it steps
 * by {@code m sum(1 / (s0 - f d0))}, f = 0, 1/d, ..., (d - 1)/d (Efron) or 0 d times (Breslow).
 * Mutable, for one thread.
 *
 * <p>Therneau and Grambsch 2000, chapter 10, doi:10.1007/978-1-4757-3294-8.
 */
public final class BaselineSums {

  private static final class Sums {
    private double entering;
    private double leaving;
    private double dead;
    private double deathWeight;
    private long deaths;
  }

  private final NavigableMap<Double, Sums> byTime = new TreeMap<>();

  /**
   * Adds subjects who leave.
   *
   * @param time when
   * @param hazard sum of their weights times hazard ratios
   */
  public void leave(double time, double hazard) {
    at(time).leaving += hazard;
  }

  /**
   * Adds subjects who enter late.
   *
   * @param time when; at risk after it
   * @param hazard sum of their weights times hazard ratios
   */
  public void enter(double time, double hazard) {
    at(time).entering += hazard;
  }

  /**
   * Says which of those who leave have the event.
   *
   * @param time when
   * @param deaths how many
   * @param weight sum of their weights
   * @param hazard sum of their weights times hazard ratios
   */
  public void die(double time, long deaths, double weight, double hazard) {
    Sums sums = at(time);
    sums.deaths += deaths;
    sums.deathWeight += weight;
    sums.dead += hazard;
  }

  private Sums at(double time) {
    return byTime.computeIfAbsent(time + 0.0, t -> new Sums());
  }

  /**
   * The baseline hazard.
   *
   * @param ties Efron's or Breslow's
   * @return its steps
   * @throws IllegalArgumentException if ties are exact
   */
  public BaselineHazard hazard(Ties ties) {
    if (ties == Ties.EXACT) {
      throw new IllegalArgumentException("exact ties give no baseline hazard: use efron");
    }
    Map<Double, Double> steps = steps(ties);
    List<Double> times = new ArrayList<>();
    List<Double> hazards = new ArrayList<>();
    double hazard = 0;
    for (Map.Entry<Double, Sums> entry : byTime.entrySet()) {
      boolean last = entry.getKey().equals(byTime.lastKey());
      if (entry.getValue().deaths > 0 || last) {
        hazard += steps.getOrDefault(entry.getKey(), 0.0);
        times.add(entry.getKey());
        hazards.add(hazard);
      }
    }
    return BaselineHazard.of(
        times.stream().mapToDouble(t -> t).toArray(),
        hazards.stream().mapToDouble(h -> h).toArray());
  }

  /** From the last time to the first, so that a risk set is a sum of what was added last. */
  private Map<Double, Double> steps(Ties ties) {
    Map<Double, Double> steps = new TreeMap<>();
    TieSums sums = new TieSums();
    double risk = 0;
    for (Map.Entry<Double, Sums> entry : byTime.descendingMap().entrySet()) {
      Sums at = entry.getValue();
      // Who enters at this time is not at risk at it, who leaves is.
      risk += at.leaving - at.entering;
      if (at.deaths > 0) {
        sums.set(ties, at.deaths, at.deathWeight / at.deaths, risk, at.dead);
        steps.put(entry.getKey(), sums.inverse);
      }
    }
    return steps;
  }
}
