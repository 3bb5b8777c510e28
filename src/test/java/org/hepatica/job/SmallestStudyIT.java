package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The least that a centre and a study must say: what a newcomer writes first. */
class SmallestStudyIT {

  private static final String CENTER =
      """
      center {
        name = my-hospital
        exports { patients { files = "patients.csv", format = csv, identifying = [id] } }
        tables {
          patient { from = patients, columns { patient_id = id } }
          liver_operation {
            from = patients
            columns {
              patient_id = id
              operation_id = id
              operation_date { value = operated, format = ["yyyy-MM-dd", "dd/MM/yyyy"] }
              kind = "'resection'"
            }
          }
          follow_up {
            from = patients
            columns {
              patient_id = id
              last_contact_date { value = seen, format = ["yyyy-MM-dd"] }
              vital_status { value = status, codes { "0" = alive, "1" = dead } }
            }
          }
        }
      }
      """;

  private static final String STUDY =
      """
      study {
        name = my-study
        centers = [my-hospital]
        endpoints { os { label = "Overall survival", event = [death] } }
        analyses = [ { endpoint = os } ]
      }
      """;

  private static final String PATIENTS =
      """
      id,operated,seen,status
      A1,2010-01-01,2010-01-11,1
      A2,02/01/2010,2010-01-22,1
      A3,2010-01-03,2010-02-02,0
      A4,2010-01-04,2010-02-13,1
      A5,31/02/2012,2012-05-01,0
      A6,2010-01-06,2010-03-07,lost
      """;

  @TempDir Path folder;

  @Test
  void itRunsAndSaysWhatItCouldNotUse() throws IOException {
    Path conf = folder.resolve("conf");
    Files.createDirectories(conf.resolve("centers"));
    Files.createDirectories(conf.resolve("studies"));
    Files.writeString(conf.resolve("hepatica.conf"), "hepatica { study = my-study }\n");
    Files.writeString(conf.resolve("centers/my-hospital.conf"), CENTER);
    Files.writeString(conf.resolve("studies/my-study.conf"), STUDY);
    Files.writeString(
        Files.createDirectories(folder.resolve("landing")).resolve("patients.csv"), PATIENTS);

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
