package org.hepatica.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with quality rules is said with file, line, key and remedy. */
class BrokenRulesTest {

  private static final String SIZE =
      """
      quality {
        name = q
        rules {
          size { table = lesion, column = size_cm, must = "size_cm > 0", severity = warn, message = "too small" }
        }
      }
      """;

  @TempDir Path root;

  static Stream<Arguments> broken() {
    return Stream.of(
        arguments(
            "severity = warn",
            "severity = error",
            "4: quality.rules.size.severity: 'error' is not among the values;"),
        arguments(", severity = warn", "", "4: quality.rules.size.severity: missing; add severity"),
        arguments(
            ", message = \"too small\"", "", "4: quality.rules.size.message: missing; add message"),
        arguments("must =", "mst =", "4: quality.rules.size.mst: unknown key; did you mean 'must'"),
        arguments("size {", "Size_1 {", "4: quality.rules.Size_1: 'Size_1' cannot be a name;"),
        arguments("name = q", "name = r", "2: quality.name: 'r' is not the file's name;"),
        arguments(
            "severity = warn", "severity = warn, with = patient", "with: string 'patient' where"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void oneProblemWithItsPlaceAndRemedy(String right, String wrong, String expected) {
    List<String> problems = bench(SIZE.replace(right, wrong)).problems();
    assertThat(problems)
        .anySatisfy(
            problem -> assertThat(problem).startsWith("conf/quality/q.conf:").contains(expected));
  }

  @Test
  void aSetWithoutRulesIsAMistake() {
    assertThat(bench("quality {\n  name = q\n  rules {}\n}\n").problems())
        .containsExactly(
            "conf/quality/q.conf:3: quality.rules: no rule; add one, or leave study.quality out");
  }

  @Test
  void aSetThatIsNotThereIsBlamedOnTheStudysLine() {
    assertThat(new ConfBench(root).studyWith("quality = q").problems())
        .containsExactly(
            "conf/studies/s.conf:5: study.quality: no file conf/quality/q.conf;"
                + " there are no sets of quality rules to name; add one, or leave this out");
  }

  @Test
  void aSetThatNoStudyNamesIsNotNeeded() {
    ConfBench bench = new ConfBench(root).write("conf/quality/q.conf", "quality {}\n");
    assertThat(bench.problems()).isEmpty();
    assertThat(bench.load().rules("s")).isEqualTo(RuleSet.NONE);
    assertThat(bench.load().allProblems()).isNotEmpty();
  }

  @Test
  void rulesKeepTheFilesOrderAndKnowTheirLines() {
    Configuration conf = bench(SIZE.replace("rules {", "rules {\n    b { " + RULE)).load();
    assertThat(conf.rules("s").rules()).extracting(RuleSet.Rule::name).containsExactly("b", "size");
    assertThat(conf.rules("s").ofRows().rules()).hasSize(1);
    assertThat(conf.rules("s").ofPatients().rules()).hasSize(1);
    assertThat(conf.rulesPosition("s", "quality.rules.size.must"))
        .hasValueSatisfying(position -> assertThat(position.line()).isEqualTo(5));
  }

  private static final String RULE =
      "table = lesion, column = operation_id, with = [liver_operation], severity = reject,"
          + " must = \"size(liver_operation) > 0\", message = none }";

  private ConfBench bench(String rules) {
    return new ConfBench(root).studyWith("quality = q").write("conf/quality/q.conf", rules);
  }
}
