package org.hepatica.protocol;

import java.util.List;

/**
 * Quality rules: what must hold of the registry's rows, and what becomes of those of which it does
 * not. Rules keep the file's order.
 *
 * @param name the set; the name of its file
 * @param title for people; by default the name
 * @param rules each name once
 */
public record RuleSet(String name, String title, List<Rule> rules) {

  /** The severity of a rule whose failing rows are quarantined. */
  public static final String REJECT = "reject";

  /** The severity of a rule whose failing rows stay, and are counted. */
  public static final String WARN = "warn";

  /** Nothing must hold. */
  public static final RuleSet NONE = new RuleSet("none", "none", List.of());

  /**
   * A rule about the rows of one registry table.
   *
   * @param name kebab-case; what the quarantine calls it
   * @param table the registry table
   * @param column the column that is blamed
   * @param must SQL over the row's columns, and over the tables of {@code with}; null counts as
   *     holding
   * @param severity {@link #REJECT} or {@link #WARN}
   * @param message what is wrong when it does not hold, with the remedy
   * @param with the registry tables whose rows of the same patient {@code must} sees: a table of
   *     one row a patient as that row, any other as the array of its rows
   */
  public record Rule(
      String name,
      String table,
      String column,
      String must,
      String severity,
      String message,
      List<String> with) {

    /** Keeps the list unchangeable. */
    public Rule {
      with = List.copyOf(with);
    }

    /** Whether a row that fails is withheld. */
    public boolean rejects() {
      return severity.equals(REJECT);
    }
  }

  /** Keeps the list unchangeable. */
  public RuleSet {
    rules = List.copyOf(rules);
  }

  /** The rules that look at a row alone. */
  public RuleSet ofRows() {
    return new RuleSet(name, title, rules.stream().filter(r -> r.with().isEmpty()).toList());
  }

  /** The rules that see the patient's rows of other tables, or the other rows of its own. */
  public RuleSet ofPatients() {
    return new RuleSet(name, title, rules.stream().filter(r -> !r.with().isEmpty()).toList());
  }

  /** Whether there is no rule. */
  public boolean isEmpty() {
    return rules.isEmpty();
  }
}
