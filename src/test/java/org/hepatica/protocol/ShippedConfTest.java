package org.hepatica.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShippedConfTest {

  private final Configuration conf = Configuration.load(Path.of("conf/hepatica.conf"), Map.of());

  @Test
  void everyFileIsWithoutProblem() {
    assertThat(conf.allProblems()).isEmpty();
    assertThat(conf.studyNames()).contains("gholami-2019", "crlm-prognosis");
    assertThat(conf.centerNames()).contains("synthetic", "tcia-crlm");
  }

  @Test
  void thePageOfQualityRulesTellsEachAndWhatBecomesOfItsRows() throws IOException {
    String page = Files.readString(Path.of("src/site/markdown/quality-rules.md"));
    for (String study : conf.studyNames()) {
      for (RuleSet.Rule rule : conf.rules(study).rules()) {
        assertThat(page)
            .contains(
                "| `%s` | %s | %s | %s |"
                    .formatted(rule.name(), rule.table(), rule.severity(), rule.message()));
      }
    }
  }
}
