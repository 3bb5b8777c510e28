package org.hepatica.transform.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Configuration;
import org.hepatica.quality.Reconciliation;
import org.hepatica.table.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The public registry of 197 patients, where its file is at hand. */
class RealRegistrySparkTest {

  @TempDir Path folder;

  @Test
  void the197PatientsComeOutAsTheirRegistryCountsThem() throws IOException {
    Path real = Path.of(System.getProperty("hepatica.real", "")).resolve("crlm197.csv");
    assumeTrue(Files.isRegularFile(real), "skipped: the folder hepatica.real has no crlm197.csv");
    Center center = Configuration.load(Path.of("conf/hepatica.conf"), Map.of()).center("tcia-crlm");
    Path delivery = Files.createDirectories(folder.resolve("landing/tcia-crlm/2026-02-01"));
    Files.copy(real, delivery.resolve("crlm197.csv"));

    RegistryIngest.Result rows = new Delivery(folder, center).ingest();

    assertThat(rows.table(Registry.PATIENT).count()).isEqualTo(197);
    assertThat(rows.table(Registry.PATIENT).where("sex = 'male'").count()).isEqualTo(117);
    assertThat(rows.table(Registry.DELIVERED).where("variable = 'score'").count()).isEqualTo(168);
    assertThat(events(rows, "os")).isEqualTo(List.of(197L, 107L));
    assertThat(events(rows, "rfs").get(1)).isEqualTo(138L);
    assertThat(events(rows, "lrfs").get(1)).isEqualTo(122L);
    assertThat(
            rows.table(Registry.LIVER_OPERATION)
                .where("operation_date_precision = 'relative'")
                .count())
        .isEqualTo(197);
    assertThat(rows.quarantine().count()).isZero();
    Reconciliation.check(rows.reconciliation().collectAsList());
  }

  private static List<Long> events(RegistryIngest.Result rows, String endpoint) {
    var table = rows.table(Registry.DELIVERED_ENDPOINT).where("endpoint = '" + endpoint + "'");
    return List.of(table.count(), table.where("event").count());
  }
}
