package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The least that a centre and a study must say: what a newcomer writes first. */
class SmallestStudyIT {

  @TempDir Path folder;

  @Test
  void itRunsAndSaysWhatItCouldNotUse() throws IOException {
    Path conf = SmallHospital.write(folder);

    Launched night = Launched.in(folder, "nightly", "--conf", conf.toString());

    assertThat(night.exitCode()).as(night.err()).isZero();
    assertThat(night.out().strip()).endsWith("report: " + folder.resolve("out/report.html"));
    NamedCsvRecord flow = results("cohort_flow");
    assertThat(flow.getField("n_in")).isEqualTo("6");
    NamedCsvRecord summary = results("survival_summary");
    assertThat(summary.getField("n")).isEqualTo("4");
    assertThat(summary.getField("events")).isEqualTo("3");
    assertThat(Launched.csv(folder.resolve("out/results/quarantine_summary.csv")))
        .extracting(row -> row.getField("column"))
        .containsExactlyInAnyOrder("operation_date", "vital_status");
  }

  private NamedCsvRecord results(String name) {
    return Launched.csv(folder.resolve("out/results/" + name + ".csv")).get(0);
  }
}
