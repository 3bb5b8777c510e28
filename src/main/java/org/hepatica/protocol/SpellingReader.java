package org.hepatica.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The rules of {@code identifiers}. */
final class SpellingReader {

  private SpellingReader() {}

  static Spelling read(Cursor c) {
    List<Spelling.Rule> rules = new ArrayList<>();
    c.sections("identifiers", SpellingReader::rule).forEach(rule -> rule.ifPresent(rules::add));
    return rules.isEmpty() ? Spelling.AS_DELIVERED : new Spelling(rules);
  }

  private static Optional<Spelling.Rule> rule(Cursor c) {
    boolean letters = c.find("letters").isPresent();
    if (letters == c.find("replace").isPresent()) {
      c.problem(
          letters ? "letters" : "replace",
          letters ? "a rule is one of letters and replace" : "missing",
          "write { letters = upper } or { replace = \"[- ]\", by = \"\" }");
      return Optional.empty();
    }
    if (letters) {
      c.oneOf(List.of("upper"), "letters", "upper");
      return Optional.of(new Spelling.UpperCase());
    }
    return replacing(c, c.text("replace"), c.optional("by").orElse(""));
  }

  private static Optional<Spelling.Rule> replacing(Cursor c, String replace, String by) {
    try {
      Pattern pattern = Pattern.compile(replace);
      // A group that the expression has not is found by nothing but a match.
      Pattern.compile("(?:" + replace + ")|").matcher("").replaceAll(by);
      return Optional.of(new Spelling.Replacement(pattern, by));
    } catch (PatternSyntaxException e) {
      c.problem(
          "replace",
          "'" + replace + "' is no regular expression: " + e.getDescription(),
          "write such as \"^0+(?=[0-9])\"");
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      c.problem(
          "by",
          "'" + by + "' does not fit the expression: " + e.getMessage(),
          "write groups as $1, and a dollar as \\$");
    }
    return Optional.empty();
  }
}
