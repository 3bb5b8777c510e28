package org.hepatica.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Leaves reports of made-up numbers in {@code target/look} for people to look at. */
class ReportLookTest {

  @ParameterizedTest
  @ValueSource(strings = {"gholami-2019", "crlm-prognosis"})
  void writesAPageWithItsFigures(String study) {
    Path out = Path.of("target", "look", study);
    ReportInput input = MadeUpStudy.input(study);
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      Report.write(input, out);
      System.out.println(study + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
    assertThat(Report.write(input, out)).allMatch(Files::exists);
    ResultFiles.write(input.results(), out.resolve("results"));
  }
}
