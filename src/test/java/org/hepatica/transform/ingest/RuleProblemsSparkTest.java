package org.hepatica.transform.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hepatica.TestSpark;
import org.hepatica.protocol.Position;
import org.hepatica.protocol.RuleSet;
import org.hepatica.protocol.RuleSet.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that cannot be carried out are told with their place before any table is touched. */
class RuleProblemsSparkTest {

  @BeforeAll
  static void start() {
    TestSpark.session();
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        arguments(rule("lesions", "size_cm", "true"), "table: 'lesions' is no registry table; did"),
        arguments(
            rule("lesion", "size", "true"), "column: 'size' is no column of lesion; known columns"),
        arguments(
            rule("lesion", "size_cm", "sise_cm > 0"),
            "must: there is no 'sise_cm'; did you mean 'size_cm'?"),
        arguments(rule("lesion", "size_cm", "size_cm >"), "must: 'size_cm >' is not SQL: "),
        arguments(
            rule("lesion", "size_cm", "size_cm + 1"),
            "must: 'size_cm + 1' gives double, neither true nor false; write a condition"),
        arguments(
            rule("lesion", "size_cm", "no_such(size_cm)"),
            "must: 'no_such(size_cm)' is refused by Spark: "),
        arguments(
            rule("lesion", "size_cm", "patient.sex = 'male'"),
            "must: there is no 'patient.sex'; add patient to with"),
        arguments(
            rule("lesion", "size_cm", "patient.sx = 'male'", "patient"),
            "must: there is no 'patient.sx'; "),
        arguments(
            rule("lesion", "size_cm", "true", "patients"),
            "with: 'patients' is no registry table; did you mean 'patient'?"),
        arguments(
            rule("patient", "sex", "in_order(birth_date)"),
            "must: 'in_order(birth_date)' is not SQL: in_order() takes two dates by their names"),
        arguments(
            rule("patient", "sex", "in_order(birth_date, sex)"),
            "must: there is no 'sex_precision'"),
        arguments(
            rule("lesion", "size_cm", "liver_operation.kind = 'resection'", "liver_operation"),
            "is refused by Spark: "));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void oneProblemWithItsPlaceAndRemedy(Rule rule, String expected) {
    assertThat(problems(rule))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem).startsWith("q.conf:7: quality.rules.r").contains(expected));
  }

  @Test
  void aRuleCannotTakeTheNameOfTheProgramsOwn() {
    Rule rule = new Rule("conflict", "lesion", "size_cm", "true", "warn", "m", List.of());
    assertThat(problems(rule))
        .containsExactly(
            "q.conf:7: quality.rules.conflict: 'conflict' is a rule of the program's own;"
                + " name it otherwise");
  }

  @Test
  void withoutAFileTheSetIsNamed() {
    RuleSet set = new RuleSet("q", "q", List.of(rule("lesions", "size_cm", "true")));
    assertThat(RegistryIngest.problems(set, key -> Optional.empty()).get(0))
        .startsWith("quality rules q: quality.rules.r: 'lesions' is no registry table");
  }

  private static List<String> problems(Rule rule) {
    RuleSet set = new RuleSet("q", "q", List.of(rule));
    return RegistryIngest.problems(set, key -> Optional.of(new Position("q.conf", 7, key)));
  }

  private static Rule rule(String table, String column, String must, String... with) {
    return new Rule("r", table, column, must, "reject", "m", List.of(with));
  }
}
