package org.hepatica.protocol;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Holds a study's SQL against its sections: a variable that only a section can give is of no use
 * without the section.
 */
final class SectionUse {

  private static final Map<String, Set<String>> GIVEN_BY =
      Map.of(
          "gene", Set.of("gene_status", "gene_state", "deciding_platform"),
          "exposure", Set.of("exposed", "exposure_class", "exposure_start_days"));
  private static final Pattern TEXT = Pattern.compile("'([^'\\\\]|\\\\.)*'|\"([^\"\\\\]|\\\\.)*\"");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern ENTRY =
      Pattern.compile("\\b(perioperative|has_endpoint)\\s*\\[\\s*'([^']*)'\\s*]");

  private final Study study;

  SectionUse(Study study) {
    this.study = study;
  }

  void check(Reading reading) {
    for (Expression expression : reading.expressions()) {
      GIVEN_BY.forEach((section, variables) -> variables(reading, expression, section, variables));
      ENTRY.matcher(expression.sql()).results().forEach(use -> entry(reading, expression, use));
    }
  }

  private void variables(
      Reading reading, Expression expression, String section, Set<String> variables) {
    boolean there =
        section.equals("gene") ? study.gene().isPresent() : study.exposure().isPresent();
    if (there) {
      return;
    }
    WORD.matcher(TEXT.matcher(expression.sql()).replaceAll(" "))
        .results()
        .map(MatchResult::group)
        .filter(variables::contains)
        .forEach(
            variable ->
                reading.problem(
                    expression.position(),
                    "uses " + variable + ", but the study has no section " + section,
                    "add study." + section + ", or take " + variable + " out"));
  }

  private void entry(Reading reading, Expression expression, MatchResult use) {
    boolean endpoint = use.group(1).equals("has_endpoint");
    Set<String> known = endpoint ? study.endpoints().keySet() : study.perioperative().keySet();
    String what = endpoint ? "endpoints" : "perioperative treatments";
    if (!known.contains(use.group(2))) {
      reading.problem(
          expression.position(),
          "'" + use.group(2) + "' is not among the " + what,
          Nearest.remedy(use.group(2), known, what));
    }
  }
}
