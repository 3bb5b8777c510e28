package org.hepatica.protocol;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How a centre's identifiers are made alike before they are hashed: what laboratories and registry
 * spell differently is one identifier. The same rules, in their order, hold for all identifiers of
 * the centre, so that both sides of a join agree.
 */
public final class Spelling implements Serializable {

  /** Identifiers as they are delivered, but for blanks around them. */
  public static final Spelling AS_DELIVERED = new Spelling(List.of());

  private static final long serialVersionUID = 1L;

  /** One rule. */
  public sealed interface Rule extends Serializable {

    /** What the rule makes of a text. */
    String of(String text);
  }

  /** Upper and lower case are the same. */
  public record UpperCase() implements Rule {

    @Override
    public String of(String text) {
      return text.toUpperCase(Locale.ROOT);
    }
  }

  /**
   * All matches are replaced.
   *
   * @param matches a regular expression
   * @param by what they are replaced by, with groups as {@code $1}
   */
  public record Replacement(Pattern matches, String by) implements Rule {

    @Override
    public String of(String text) {
      return matches.matcher(text).replaceAll(by);
    }

    /** Two are the same when they are written the same: a pattern is the same as itself alone. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Replacement replacement
          && matches.pattern().equals(replacement.matches.pattern())
          && by.equals(replacement.by);
    }

    @Override
    public int hashCode() {
      return Objects.hash(matches.pattern(), by);
    }
  }

  private final List<Rule> rules;

  /** By rules, in the order in which they are applied. */
  public Spelling(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Whether identifiers stay as they are delivered. */
  public boolean isAsDelivered() {
    return rules.isEmpty();
  }

  /**
   * The identifier without blanks around it, by the rules. One of which the rules leave nothing
   * stays as it is: what identified somebody does not become nobody.
   */
  public String of(String identifier) {
    String trimmed = identifier.strip();
    String spelled = trimmed;
    for (Rule rule : rules) {
      spelled = rule.of(spelled);
    }
    spelled = spelled.strip();
    return spelled.isEmpty() ? trimmed : spelled;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Spelling spelling && rules.equals(spelling.rules);
  }

  @Override
  public int hashCode() {
    return rules.hashCode();
  }

  /** The rules, by which two spellings are told apart. */
  @Override
  public String toString() {
    return rules.toString();
  }
}
