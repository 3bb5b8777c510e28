package org.hepatica.transform.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hepatica.transform.ingest.Centers.center;
import static org.hepatica.transform.ingest.Centers.coded;
import static org.hepatica.transform.ingest.Centers.csv;
import static org.hepatica.transform.ingest.Centers.date;
import static org.hepatica.transform.ingest.Centers.joined;
import static org.hepatica.transform.ingest.Centers.sql;
import static org.hepatica.transform.ingest.Centers.table;
import static org.hepatica.transform.ingest.Centers.unit;
import static org.hepatica.transform.ingest.Centers.where;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hepatica.TestSpark;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.Join;
import org.hepatica.protocol.Center.TableMapping;
import org.hepatica.protocol.Position;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MappingProblemsSparkTest {

  @BeforeAll
  static void session() {
    TestSpark.session();
  }

  @Test
  void everyProblemNamesItsKeyAndARemedy() {
    assertThat(problems(table("patients", "e", Map.of())))
        .containsExactlyInAnyOrder(
            "centre north: tables.patients: there is no such table; the registry has [patient, crosswalk,"
                + " primary_tumor, liver_operation, lesion, specimen, cea, treatment, recurrence,"
                + " extrahepatic, follow_up, delivered, delivered_endpoint]");
    one(table("patient", "e", Map.of()), "columns: the mandatory column patient_id");
    one(patient(Map.of("sexx", sql("S"))), "columns.sexx: the table has no such column");
    one(patient(Map.of("sex", coded("S", Map.of("1", "man")))), "sex.codes: 'man' is not a level");
    one(patient(Map.of("sex", sql("upper("))), "sex.value: 'upper(' is not SQL");
    one(patient(Map.of("sex", sql("uper(S)"))), "sex.value: 'uper(S)' is refused by Spark");
    one(patient(Map.of("sex", sql("f.S"))), "'f.S' names neither the export");
    one(patient(Map.of("birth_date", date("S", "yyyy-bb"))), "'yyyy-bb' is no date format");
    one(patient(Map.of("sex", unit("S", "mm"))), "sex.unit: 'mm' is not known here");
    one(table("patient", "e", Map.of("patient_id", sql("S"))), "'identifying' columns of export e");
    one(where("S is", patient(Map.of())), "where: 'S is' is not SQL");
    one(joined(patient(Map.of()), new Join("g", "true")), "there is no export 'g'");
  }

  @Test
  void soundMappingsHaveNone() {
    assertThat(
            problems(
                joined(
                    where(
                        "f.S is not null or exists(split(S, ','), v -> trim(v) = S)",
                        patient(Map.of())),
                    new Join("f", "e.ID = f.ID"))))
        .isEmpty();
  }

  @Test
  void aKnownPlaceIsNamedAsFileLineAndKey() {
    TableMapping first = patient(Map.of("sex", sql("upper(")));
    TableMapping second = patient(Map.of("sex", sql("lower(")));
    Center center = center("north", List.of(csv("e", "e.csv", "ID")), first, second);
    Map<String, Integer> lines =
        Map.of("center.tables.patient[0].columns.sex", 7, "center.tables.patient[1].columns", 12);
    assertThat(
            RegistryIngest.problems(
                center,
                key ->
                    Optional.ofNullable(lines.get(key)).map(n -> new Position("n.conf", n, key))))
        .satisfiesExactly(
            one ->
                assertThat(one)
                    .startsWith("n.conf:7: center.tables.patient[0].columns.sex: 'upper(' is not"),
            two ->
                assertThat(two)
                    .startsWith("n.conf:12: center.tables.patient[1].columns: 'lower(' is not"));
  }

  private static TableMapping patient(Map<String, Center.ColumnMapping> more) {
    Map<String, Center.ColumnMapping> columns = new HashMap<>(more);
    columns.put("patient_id", sql("ID"));
    return table("patient", "e", columns);
  }

  private static void one(TableMapping mapping, String part) {
    assertThat(problems(mapping)).singleElement().asString().contains(part);
  }

  private static List<String> problems(TableMapping mapping) {
    Center center =
        center("north", List.of(csv("e", "e.csv", "ID"), csv("f", "f.csv", "ID")), mapping);
    return RegistryIngest.problems(center, key -> Optional.empty());
  }
}
