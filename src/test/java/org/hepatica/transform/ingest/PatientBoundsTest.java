package org.hepatica.transform.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.transform.ingest.Centers.csv;
import static org.hepatica.transform.ingest.Centers.joined;
import static org.hepatica.transform.ingest.Centers.sql;
import static org.hepatica.transform.ingest.Centers.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.Export;
import org.hepatica.protocol.Center.Join;
import org.hepatica.protocol.Center.TableMapping;
import org.hepatica.protocol.Configuration;
import org.junit.jupiter.api.Test;

/** Which mappings let a change be followed by identifiers. */
class PatientBoundsTest {

  @Test
  void ofTheCentresThatComeWithUsAllChangesCanBeFollowed() {
    Configuration conf = Configuration.load(Path.of("conf/hepatica.conf"), Map.of());
    for (String name : List.of("synthetic", "tcia-crlm")) {
      assertThat(PatientBounds.crossed(conf.center(name), export -> Set.of())).isEmpty();
    }
  }

  @Test
  void anIdentifierThatSqlMakesIsNotFollowed() {
    assertThat(crossed(table("patient", "a", Map.of("patient_id", sql("upper(MRN)")))))
        .contains("patient.patient_id is no identifying column as delivered");
    assertThat(crossed(table("patient", "a", Map.of("patient_id", sql("AGE")))))
        .contains("patient.patient_id is no identifying column as delivered");
  }

  @Test
  void aJoinNeedsAnIdentifierOnBothSides() {
    TableMapping mapping =
        table("patient", "a", Map.of("patient_id", sql("MRN"), "sex", sql("b.SEX")));
    assertThat(crossed(joined(mapping, new Join("b", "b.MRN = a.MRN and b.AGE > 3")))).isEmpty();
    assertThat(crossed(joined(mapping, new Join("b", "b.AGE = a.AGE"))))
        .contains("table patient joins b by no identifier");
    assertThat(crossed(joined(mapping, new Join("b", "b.MRN = a.MRN or b.AGE = a.AGE"))))
        .contains("table patient joins b by no identifier");
  }

  private static Optional<String> crossed(TableMapping mapping) {
    Export a = csv("a", "a.csv", "MRN");
    Export b = csv("b", "b.csv", "MRN");
    Center center =
        new Center(
            "north",
            "north",
            Map.of("a", a, "b", b),
            List.of(mapping),
            Optional.empty(),
            Center.Arrival.USUAL);
    return PatientBounds.crossed(center, export -> Set.of());
  }
}
