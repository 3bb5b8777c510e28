package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    assertThat(night.out())
        .contains("  6 eligible among 6\n")
        .contains("  quarantined: 0 records; of other records 2 table rows and 0 cells\n");
    NamedCsvRecord flow = results("cohort_flow");
    assertThat(flow.getField("n_in")).isEqualTo("6");
    NamedCsvRecord summary = results("survival_summary");
    assertThat(summary.getField("n")).isEqualTo("4");
    assertThat(summary.getField("events")).isEqualTo("3");
    assertThat(Launched.csv(folder.resolve("out/results/quarantine_summary.csv")))
        .extracting(row -> row.getField("column"))
        .containsExactlyInAnyOrder("operation_date", "vital_status");
  }

  @Test
  void theManifestTellsTheDeliveredFiles() throws IOException {
    Path conf = SmallHospital.write(folder);
    assertThat(Launched.in(folder, "nightly", "--conf", conf.toString()).exitCode()).isZero();
    JsonNode delivered =
        new ObjectMapper().readTree(folder.resolve("out/manifest.json").toFile()).get("delivered");
    assertThat(delivered).hasSize(1);
    assertThat(delivered.get(0).get("center").asText()).isEqualTo("my-hospital");
    assertThat(delivered.get(0).get("export").asText()).isEqualTo("patients");
    assertThat(delivered.get(0).get("file").asText()).isEqualTo("patients.csv");
    assertThat(delivered.get(0).get("sha256").asText())
        .isEqualTo("f07f22409d123f4eeda9d8848ae66df3e7259cc9cdd2c10bd559ed4f9a4b1dc1");
  }

  private NamedCsvRecord results(String name) {
    return Launched.csv(folder.resolve("out/results/" + name + ".csv")).get(0);
  }
}
