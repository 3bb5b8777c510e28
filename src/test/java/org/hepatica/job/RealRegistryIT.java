package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The public registry of 197 patients, by configuration alone, against what R says of it. */
class RealRegistryIT {

  private static final Path REFERENCE = Path.of("src/test/resources/reference");
  private static final double RELATIVE = 1e-8;

  @TempDir static Path folder;

  private static Launched night;

  @BeforeAll
  static void runTheNight() {
    Path real = Path.of(System.getProperty("hepatica.real", "../shared/real"));
    assumeTrue(
        Files.exists(real.resolve("crlm197.csv")),
        "skipped: no crlm197.csv in " + real + "; give its folder as -Dhepatica.real=DIR");
    night =
        Launched.in(
            folder,
            "nightly",
            "--study",
            "crlm-prognosis",
            "--center",
            "tcia-crlm",
            "--landing",
            real.toString());
    assertThat(night.exitCode()).as(night.err()).isZero();
  }

  @Test
  void everyPatientIsAcceptedAndAnalysed() {
    List<NamedCsvRecord> flow = results("cohort_flow");
    assertThat(flow.get(0).getField("n_in")).isEqualTo("197");
    assertThat(flow.get(flow.size() - 1).getField("n_out")).isEqualTo("197");
    NamedCsvRecord counts = results("reconciliation").get(0);
    assertThat(counts.getField("records")).isEqualTo("197");
    assertThat(counts.getField("accepted")).isEqualTo("197");
  }

  @Test
  void coxModelsAgreeWithR() {
    List<NamedCsvRecord> ours = results("cox");
    List<NamedCsvRecord> theirs = Launched.csv(REFERENCE.resolve("crlm197-cox.csv"));
    assertThat(ours).hasSameSizeAs(theirs);
    for (NamedCsvRecord r : theirs) {
      NamedCsvRecord row = find(ours, r, "endpoint", "model", "term");
      assertThat(row.getField("n")).isEqualTo(r.getField("n"));
      assertThat(row.getField("events")).isEqualTo(r.getField("events"));
      for (String column :
          List.of("estimate", "std_error", "statistic", "p_value", "conf_low", "conf_high")) {
        close(row, r, column, RELATIVE);
      }
    }
  }

  @Test
  void curvesAgreeWithR() {
    List<NamedCsvRecord> at = results("survival_at");
    List<NamedCsvRecord> summaries = results("survival_summary");
    for (NamedCsvRecord r : Launched.csv(REFERENCE.resolve("crlm197-km.csv"))) {
      NamedCsvRecord summary = find(summaries, r, "endpoint", "by", "group");
      assertThat(summary.getField("n")).isEqualTo(r.getField("n"));
      assertThat(summary.getField("events")).isEqualTo(r.getField("events"));
      close(summary, r, "median_years", RELATIVE);
      double years = Double.parseDouble(r.getField("time_years"));
      NamedCsvRecord row =
          find(
              at.stream()
                  .filter(a -> Double.parseDouble(a.getField("time_years")) == years)
                  .toList(),
              r,
              "endpoint",
              "by",
              "group");
      assertThat(row.getField("n_risk")).isEqualTo(r.getField("n_risk"));
      for (String column : List.of("survival", "std_error", "conf_low", "conf_high")) {
        close(row, r, column, RELATIVE);
      }
    }
  }

  @Test
  void logRankTestsAgreeWithR() {
    for (NamedCsvRecord r : Launched.csv(REFERENCE.resolve("crlm197-logrank.csv"))) {
      NamedCsvRecord row = find(results("logrank"), r, "endpoint", "by");
      close(row, r, "statistic", RELATIVE);
      close(row, r, "p_value", RELATIVE);
    }
  }

  @Test
  void theReportHasNoWordOfAnotherStudy() throws IOException {
    String page = Files.readString(folder.resolve("out/report.html"));
    assertThat(page).doesNotContainIgnoringCase("KRAS").doesNotContain("HAI");
  }

  private static List<NamedCsvRecord> results(String name) {
    return Launched.csv(folder.resolve("out/results/" + name + ".csv"));
  }

  private static NamedCsvRecord find(
      List<NamedCsvRecord> rows, NamedCsvRecord like, String... columns) {
    return rows.stream()
        .filter(
            row ->
                List.of(columns).stream().allMatch(c -> row.getField(c).equals(like.getField(c))))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row like " + like));
  }

  private static void close(NamedCsvRecord ours, NamedCsvRecord r, String column, double relative) {
    if (r.getField(column).isEmpty() || r.getField(column).equals("NA")) {
      assertThat(ours.getField(column)).as(column + " of " + r).isEmpty();
      return;
    }
    double expected = Double.parseDouble(r.getField(column));
    assertThat(Double.parseDouble(ours.getField(column)))
        .as(column + " of " + r)
        .isCloseTo(expected, within(Math.abs(expected) * relative + 1e-12));
  }
}
