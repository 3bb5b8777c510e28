package org.hepatica.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The smallest centre and study, as configuration.md prints them, and six made-up patients. */
final class SmallHospital {

  static final String CENTER =
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

  static final String STUDY =
      """
      study {
        name = my-study
        centers = [my-hospital]
        endpoints { os { label = "Overall survival", event = [death] } }
        analyses = [ { endpoint = os } ]
      }
      """;

  static final String PATIENTS =
      """
      id,operated,seen,status
      A1,2010-01-01,2010-01-11,1
      A2,02/01/2010,2010-01-22,1
      A3,2010-01-03,2010-02-02,0
      A4,2010-01-04,2010-02-13,1
      A5,31/02/2012,2012-05-01,0
      A6,2010-01-06,2010-03-07,lost
      """;

  private SmallHospital() {}

  /** Writes conf and landing under a folder; gives the conf folder. */
  static Path write(Path folder) throws IOException {
    return write(folder, CENTER, PATIENTS);
  }

  /** The same with another centre's file or delivery. */
  static Path write(Path folder, String center, String patients) throws IOException {
    Path conf = folder.resolve("conf");
    Files.createDirectories(conf.resolve("centers"));
    Files.createDirectories(conf.resolve("studies"));
    Files.writeString(conf.resolve("hepatica.conf"), "hepatica { study = my-study }\n");
    Files.writeString(conf.resolve("centers/my-hospital.conf"), center);
    Files.writeString(conf.resolve("studies/my-study.conf"), STUDY);
    deliver(folder, patients);
    return conf;
  }

  /** Puts a delivery where the last one lay. */
  static void deliver(Path folder, String patients) throws IOException {
    Path landing = Files.createDirectories(folder.resolve("landing"));
    Files.writeString(landing.resolve("patients.csv"), patients);
  }
}
