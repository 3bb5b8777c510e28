package org.hepatica.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files as the public registry publishes them, with made-up patients. */
final class TciaFile {

  static final String HEADER =
      "Patient-ID,De-identify Scout Name,age,sex,major_comorbidity,chemo_before_liver_resection,"
          + "clinrisk_score,extrahep_disease,total_response_percent,overall_survival_months,"
          + "vital_status,months_to_DFS_progression,vital_status_DFS,months_to_liver_DFS_progression,"
          + "vital_status_liver_DFS";

  private TciaFile() {}

  static void write(Path landing, String header, List<String> rows) throws IOException {
    Files.writeString(
        landing.resolve("crlm197.csv"), header + "\n" + String.join("\n", rows) + "\n");
  }

  static String row(String id, String age, int i) {
    int months = 5 + i % 90;
    return String.join(
        ",",
        List.of(
            id,
            "scan-" + i,
            age,
            Integer.toString(1 + i % 2),
            Integer.toString(i % 3 == 0 ? 1 : 0),
            Integer.toString(i % 5 == 0 ? 1 : 0),
            i % 7 == 0 ? "-999" : Integer.toString(i % 6),
            Integer.toString(i % 11 == 0 ? 1 : 0),
            (i % 100) + "%",
            months + ".5",
            Integer.toString(i % 4 == 0 ? 0 : 1),
            (months / 2) + ".0",
            "1",
            months + ".0",
            Integer.toString(i % 2)));
  }
}
