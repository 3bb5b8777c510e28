package org.hepatica.ml.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.TestSpark;
import org.hepatica.ml.CompetingCurves;
import org.hepatica.ml.Survival;
import org.hepatica.ml.file.DataFile;
import org.hepatica.survival.competing.AalenJohansen;
import org.hepatica.survival.competing.FineGray;
import org.hepatica.survival.competing.GrayTest;
import org.junit.jupiter.api.Test;

/** Text is what cmprsk prints: competing-commands.R. */
class ShownCompetingSparkTest {

  @Test
  void incidenceIsLaidOutAsCumincPrintsIt() {
    assertThat(uncalled(cuminc("mgus2-raw", "sex", List.of()).text())).isEqualTo(printed("cuminc"));
  }

  @Test
  void moreTimesThanALineHoldsAreBrokenAsRBreaksThem() {
    List<Double> times =
        List.of(500.0, 1000.0, 1500.0, 2000.0, 2500.0, 3000.0, 3500.0, 4000.0, 4500.0);

    assertThat(uncalled(cuminc("pbc", "stage", times).text())).isEqualTo(printed("cuminc-wide"));
  }

  @Test
  void modelsAreLaidOutAsSummaryOfCrrPrintsThem() {
    Shown shown =
        ShownSubdistribution.of(
            Survival.of(data("mgus2-raw"))
                .formula("Surv(time, cause) ~ age + sex + hgb + mspike")
                .fineGray(FineGray.withDefaults()),
            "finegray()");

    assertThat(uncalled(shown.text())).isEqualTo(printed("finegray"));
    assertThat(shown.missing()).isEqualTo(24);
  }

  @Test
  void aModelWithoutAMaximumSaysSo() {
    Shown shown =
        ShownSubdistribution.of(
            Survival.of(data("pbc"))
                .formula("Surv(time, cause) ~ factor(stage) + age")
                .fineGray(FineGray.withDefaults()),
            "finegray()");

    assertThat(shown.text())
        .contains("crr converged: FALSE", "factor(stage)2     NA")
        .doesNotContain("likelihood ratio");
    assertThat(shown.warnings()).hasSize(3);
  }

  @Test
  void aGroupWithoutTheCauseKeepsARowOfItsOwn() {
    String csv =
        cuminc("pbc", "stage", List.of())
            .csv()
            .lines()
            .filter(l -> l.startsWith("stage=1,1"))
            .toList()
            .toString();

    assertThat(csv).startsWith("[stage=1,1,,,,,,1.97268").endsWith("]");
  }

  @Test
  void aTimeThatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> cuminc("pbc", "stage", List.of(Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no number");
  }

  private static ShownIncidence cuminc(String data, String right, List<Double> times) {
    CompetingCurves curves =
        Survival.of(data(data))
            .formula("Surv(time, cause) ~ " + right)
            .cuminc(AalenJohansen.withDefaults(), GrayTest.withDefaults());
    return ShownIncidence.of(curves, "cuminc()", times);
  }

  private static Dataset<Row> data(String name) {
    return DataFile.of(resource(name + ".csv")).read(TestSpark.session());
  }

  private static String uncalled(String text) {
    return text.replaceFirst("(?s)Call:\n.*?\n\n", "").strip();
  }

  private static String printed(String name) {
    try {
      return Files.readString(resource("competing-commands-" + name + ".txt")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path resource(String name) {
    try {
      return Path.of(ShownCompetingSparkTest.class.getResource("/reference/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
