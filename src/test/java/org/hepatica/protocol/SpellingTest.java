package org.hepatica.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identifiers that are written differently and are one. */
class SpellingTest {

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource({
    "s10-4711, S104711",
    "' S10 4711 ', S104711",
    "0017, 17",
    "00-17, 17",
    "0, 0",
    "'- -', '- -'",
    "p-1-t01-im6, P1T01"
  })
  void rulesAreAppliedInTheirOrder(String delivered, String spelled) {
    String rules =
        "identifiers = [{ letters = upper }, { replace = \"[- ]\" },"
            + " { replace = \"^0+(?=[0-9])\", by = \"\" },"
            + " { replace = \"^(P.*)IM[0-9]$\", by = \"$1\" }]";
    assertThat(spelling(rules).of(delivered)).isEqualTo(spelled);
  }

  @Test
  void withoutRulesOnlyBlanksAroundItGo() {
    assertThat(Spelling.AS_DELIVERED.of(" s10-4711\t")).isEqualTo("s10-4711");
    assertThat(spelling("").isAsDelivered()).isTrue();
  }

  @Test
  void rulesAreTheSameWhenTheyAreWrittenTheSame() {
    Spelling one = spelling("identifiers = [{ replace = x, by = y }]");
    assertThat(one).isEqualTo(spelling("identifiers = [{ replace = x, by = y }]"));
    assertThat(one).isNotEqualTo(spelling("identifiers = [{ replace = x, by = z }]"));
    assertThat(one.toString())
        .isNotEqualTo(spelling("identifiers = [{ letters = upper }]").toString());
  }

  private Spelling spelling(String rules) {
    return new ConfBench(root).centerWith(rules).load().center("c").spelling();
  }
}
