package org.hepatica.benchmark;

import java.util.Map;

/**
 * A night measured, as JSON has it.
 *
 * @param scenario unchanged, snapshot, changes
 * @param patients with a complete resection, as many as were generated
 * @param night what it found: everything new, something changed, or nothing
 * @param seconds as {@link NightCost}, like the four after it
 * @param ratio of the seconds to those of the full load of the same patients; null of that load
 * @param ratioOfWork the same of both without their start
 * @param goal in words; null where there is none
 * @param met whether it is; null where there is none
 */
record RefreshMeasurement(
    String scenario,
    long patients,
    String night,
    double seconds,
    double startSeconds,
    double commitSeconds,
    long commits,
    Map<String, Double> steps,
    Double ratio,
    Double ratioOfWork,
    String goal,
    Boolean met) {

  static final String LOAD = "full load";
  static final String CHANGED = "changed";
  static final String NOTHING = "nothing changed";

  /** Of the load that others are held against. */
  static RefreshMeasurement load(RefreshScenario scenario, long patients, NightCost cost) {
    return of(scenario, patients, LOAD, cost, null, null, null, null);
  }

  /** Of a night that has a goal. */
  static RefreshMeasurement judged(
      RefreshScenario scenario, long patients, String night, NightCost cost, NightCost load) {
    String goal = scenario.goal();
    return against(scenario, patients, night, cost, load, goal, scenario.isMet(cost, load));
  }

  /** Of a night that has none. */
  static RefreshMeasurement told(
      RefreshScenario scenario, long patients, String night, NightCost cost, NightCost load) {
    return against(scenario, patients, night, cost, load, null, null);
  }

  private static RefreshMeasurement against(
      RefreshScenario scenario,
      long patients,
      String night,
      NightCost cost,
      NightCost load,
      String goal,
      Boolean met) {
    double ratio = cost.seconds() / load.seconds();
    double ratioOfWork = cost.secondsOfWork() / load.secondsOfWork();
    return of(scenario, patients, night, cost, ratio, ratioOfWork, goal, met);
  }

  private static RefreshMeasurement of(
      RefreshScenario scenario,
      long patients,
      String night,
      NightCost cost,
      Double ratio,
      Double ratioOfWork,
      String goal,
      Boolean met) {
    return new RefreshMeasurement(
        scenario.label(),
        patients,
        night,
        cost.seconds(),
        cost.startSeconds(),
        cost.commitSeconds(),
        cost.commits(),
        cost.steps(),
        ratio,
        ratioOfWork,
        goal,
        met);
  }
}
