package org.hepatica.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a set of changes is said with file, line, key and remedy. */
class BrokenChangesTest {

  private static final String SET =
      """
      changes {
        name = c
        implausible {
          undone { table = follow_up, column = vital_status, when = "true", severity = refuse, message = "m" }
        }
        moved { survival = 0.1 }
        drivers { most-patients = 3 }
        trend { missing { age = age } }
        alerts { gone { when = "patients_gone > 0", severity = warn, message = "m" } }
      }
      """;

  @TempDir Path root;

  static Stream<Arguments> broken() {
    return Stream.of(
        arguments("refuse", "reject", "4: changes.implausible.undone.severity: 'reject' is not"),
        arguments(
            ", message = \"m\" }\n  }",
            " }\n  }",
            "4: changes.implausible.undone.message: missing"),
        arguments(
            "when = \"true\"", "if = \"true\"", "4: changes.implausible.undone.if: unknown key"),
        arguments(
            "undone {", "Undone {", "4: changes.implausible.Undone: 'Undone' cannot be a name"),
        arguments(
            "survival = 0.1", "survival = 0", "6: changes.moved.survival: 0.0 is not above 0"),
        arguments("survival", "hr", "6: changes.moved.hr: unknown key"),
        arguments(
            "most-patients = 3",
            "most-patients = 0",
            "7: changes.drivers.most-patients: 0 is too small"),
        arguments(
            "severity = warn",
            "severity = error",
            "9: changes.alerts.gone.severity: 'error' is not"),
        arguments("name = c", "name = d", "2: changes.name: 'd' is not the file's name"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void oneProblemWithItsPlaceAndRemedy(String right, String wrong, String expected) {
    assertThat(SET).contains(right);
    assertThat(bench(SET.replaceFirst(java.util.regex.Pattern.quote(right), wrong)).problems())
        .anySatisfy(
            problem -> assertThat(problem).startsWith("conf/changes/c.conf:").contains(expected));
  }

  @Test
  void aSetThatIsNotThereIsBlamedOnTheStudysLine() {
    assertThat(new ConfBench(root).studyWith("changes = c").problems())
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .startsWith(
                        "conf/studies/s.conf:5: study.changes: no file conf/changes/c.conf"));
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    Configuration conf = bench(SET).load();
    ChangeSet set = conf.changes("s").orElseThrow();
    assertThat(set.moved()).isEqualTo(new ChangeSet.Moved(0.01, 0.1, 0.05, 0.01, 1));
    assertThat(set.drivers()).isEqualTo(new ChangeSet.Drivers(50, 10_000, 3));
    assertThat(set.trend()).isEqualTo(new ChangeSet.Trend(12, Map.of("age", "age")));
    assertThat(conf.changesPosition("s", "changes.alerts.gone.when"))
        .hasValueSatisfying(position -> assertThat(position.line()).isEqualTo(9));
  }

  @Test
  void aStudyWithoutASetIsNotCompared() {
    assertThat(new ConfBench(root).studyWith("").load().changes("s")).isEmpty();
  }

  private ConfBench bench(String set) {
    return new ConfBench(root).studyWith("changes = c").write("conf/changes/c.conf", set);
  }
}
