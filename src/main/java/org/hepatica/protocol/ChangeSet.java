package org.hepatica.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a study wants to be told of a night: which changes cannot be right, how far a result must
 * move, what raises an alert. Rules and alerts keep the file's order.
 *
 * @param name the set; the name of its file
 * @param title for people; by default the name
 * @param implausible each name once
 * @param moved how far a result must move to be told
 * @param drivers how much may be spent on who moved it
 * @param trend what is followed over nights
 * @param alerts each name once
 */
public record ChangeSet(
    String name,
    String title,
    List<Implausible> implausible,
    Moved moved,
    Drivers drivers,
    Trend trend,
    List<Alert> alerts) {

  /** The severity that ends a night with exit code 3. */
  public static final String REFUSE = "refuse";

  /** The severity that is a line at the night's end. */
  public static final String WARN = "warn";

  /** Keeps the lists unchangeable. */
  public ChangeSet {
    implausible = List.copyOf(implausible);
    alerts = List.copyOf(alerts);
  }

  /**
   * A change that cannot be right.
   *
   * @param name kebab-case
   * @param table whose changed rows it looks at
   * @param column whose value is shown
   * @param when SQL over {@code before} and {@code after}; null does not apply
   * @param severity {@link #REFUSE} or {@link #WARN}
   * @param message what is wrong, with the remedy
   * @param with the registry tables whose rows of the same patient {@code when} sees
   */
  public record Implausible(
      String name,
      String table,
      String column,
      String when,
      String severity,
      String message,
      List<String> with) {

    /** Keeps the list unchangeable. */
    public Implausible {
      with = List.copyOf(with);
    }
  }

  /**
   * How far a result must move to be told.
   *
   * @param hazardRatio the larger over the smaller, less 1
   * @param survival a difference of shares
   * @param medianYears years
   * @param pValue a difference
   * @param n patients or events
   */
  public record Moved(
      double hazardRatio, double survival, double medianYears, double pValue, double n) {}

  /**
   * What leaving patients out may cost.
   *
   * @param mostTransitions different changes that are taken back, of each result
   * @param mostCells counts of a part of the data that a result may rest on
   * @param mostPatients who are listed of each result
   */
  public record Drivers(int mostTransitions, int mostCells, int mostPatients) {}

  /**
   * What is followed over nights.
   *
   * @param runs so many nights
   * @param missing SQL over subject, by name: of how many it is null
   */
  public record Trend(int runs, Map<String, String> missing) {

    /** Keeps the map unchangeable, in its order. */
    public Trend {
      missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
    }
  }

  /**
   * What is told of a night as a whole.
   *
   * @param name kebab-case
   * @param when SQL over the night's counts; null does not raise it
   * @param severity {@link #REFUSE} or {@link #WARN}
   * @param message what it means, with the remedy
   */
  public record Alert(String name, String when, String severity, String message) {}
}
