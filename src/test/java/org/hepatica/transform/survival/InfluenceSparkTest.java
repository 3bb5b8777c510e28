package org.hepatica.transform.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.ChangeSet;
import org.hepatica.protocol.Study;
import org.hepatica.table.Followed;
import org.hepatica.table.Gold;
import org.hepatica.table.HandMade;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;
import org.hepatica.table.Registry;
import org.hepatica.table.Results;
import org.hepatica.table.TableDefinition;
import org.hepatica.transform.Protocols;
import org.hepatica.transform.refresh.MovedResults;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a patient's change did to a result is what the analyses say without it, on the rows. */
class InfluenceSparkTest {

  private static final ChangeSet.Moved EVERYTHING =
      new ChangeSet.Moved(1e-12, 1e-12, 1e-12, 1e-12, 1);

  private static final Study STUDY =
      Protocols.prognosis(
          "analyses",
          "[{ endpoint = os, by = [risk], hazard-ratio = crs_3_to_5, within = [extrahepatic] }]",
          "models",
          "[{ id = os, table = T, title = T, endpoint = os, ties = efron,"
              + " covariates = [crs_3_to_5, extrahepatic_disease, age] }]",
          "figures",
          "[]");

  private record Subject(int age, int score, boolean extrahepatic, int days, boolean dead) {

    Subject seen(int days, boolean dead) {
      return new Subject(age, score, extrahepatic, days, dead);
    }

    Subject scored(int score) {
      return new Subject(age, score, extrahepatic, days, dead);
    }
  }

  private static Map<String, Subject> then;
  private static Map<String, Subject> now;
  private static Map<TableDefinition, List<Row>> results;
  private static List<Row> moved;

  @BeforeAll
  static void twoNights() {
    then = patients();
    now = new TreeMap<>(then);
    now.compute("p003", (p, s) -> s.seen(s.days() + 200, s.dead()));
    now.remove("p007");
    now.put("p999", new Subject(70, 5, true, 90, true));
    now.compute("p011", (p, s) -> s.scored(s.score() >= 3 ? 1 : 4));
    now.put("p020", then.get("p020").seen(500, true));
    now.put("p021", then.get("p021").seen(500, true));
    results = Analyses.run(tables(now), STUDY);
    moved = MovedResults.of(Analyses.run(tables(then), STUDY), results, EVERYTHING).told();
  }

  @Test
  void anEffectIsTheResultLessThatOfEditedRows() {
    Influence.Found found = found(new ChangeSet.Drivers(50, 10_000, 10));
    List<Row> drivers = found.drivers().collectAsList();
    Map<String, Map<String, Double>> without = new HashMap<>();
    Map<String, Double> asTheyAre = numbers(results);
    int compared = 0;
    for (Row driver : drivers) {
      String patient = driver.getAs(Registry.PATIENT_ID);
      Double number =
          without.computeIfAbsent(patient, p -> comparable(edited(p))).get(name(driver));
      if (number != null) {
        assertThat(driver.<Double>getAs(Refresh.DIFFERENCE))
            .as(driver.toString())
            .isCloseTo(asTheyAre.get(name(driver)) - number, within(1e-10));
        compared++;
      }
    }
    assertThat(without.keySet())
        .containsExactlyInAnyOrder("p003", "p007", "p011", "p020", "p021", "p999");
    assertThat(compared).isGreaterThan(80);
    assertThat(new TreeSet<>(drivers.stream().map(d -> d.<String>getAs("table")).toList()))
        .containsExactly(
            "cox",
            "cox_refitted",
            "hazard_ratio_by_group",
            "logrank",
            "survival_at",
            "survival_summary");
    assertThat(found.moved())
        .extracting(row -> row.<String>getAs(Operational.MESSAGE))
        .contains("6 patients' changes taken back one by one");
  }

  @Test
  void aDriverTellsWhereThePatientWasCounted() {
    List<Row> drivers =
        found(new ChangeSet.Drivers(50, 10_000, 10)).drivers().collectAsList().stream()
            .filter(row -> row.getAs("column").equals("n"))
            .filter(row -> row.<String>getAs(Refresh.ITEM).equals("os, risk, 3-5"))
            .toList();
    assertThat(drivers)
        .extracting(row -> row.getAs("patient_id") + ": " + row.get(6) + " > " + row.get(7))
        .contains("p999: null > event on day 90, risk 3-5")
        .anyMatch(
            text -> text.matches("p011: \\w+ on day \\d+, risk .* > \\w+ on day \\d+, risk .*"));
  }

  @Test
  void whatIsBeyondTheBoundIsSaid() {
    assertThat(found(new ChangeSet.Drivers(1, 10_000, 10)).moved())
        .extracting(row -> row.<String>getAs(Operational.MESSAGE))
        .contains("2 patients' changes taken back one by one, those of 4 more not looked at");
    Influence.Found few = found(new ChangeSet.Drivers(50, 3, 10));
    assertThat(few.moved())
        .extracting(row -> row.<String>getAs(Operational.MESSAGE))
        .contains(
            "who moved it was not looked for: its patients are of more than 3 different cells");
    assertThat(few.drivers().collectAsList()).isEmpty();
  }

  private static Influence.Found found(ChangeSet.Drivers bounds) {
    UnaryOperator<Dataset<Row>> settle =
        rows -> rows.sparkSession().createDataFrame(rows.collectAsList(), rows.schema());
    return Influence.of(
        Influence.Nights.ofAll(tables(then), tables(now)), STUDY, results, moved, bounds, settle);
  }

  /** The results of now with a patient as then. */
  private static Map<TableDefinition, List<Row>> edited(String patient) {
    Map<String, Subject> edited = new TreeMap<>(now);
    edited.remove(patient);
    if (then.containsKey(patient)) {
      edited.put(patient, then.get(patient));
    }
    return Analyses.run(tables(edited), STUDY);
  }

  /** The numbers, but of selected models none where the selection keeps other covariates. */
  private static Map<String, Double> comparable(Map<TableDefinition, List<Row>> edited) {
    Map<String, Double> numbers = numbers(edited);
    if (!selected(edited).equals(selected(results))) {
      numbers.keySet().removeIf(n -> n.contains("multivariate") || n.contains("refitted"));
    }
    return numbers;
  }

  private static List<String> selected(Map<TableDefinition, List<Row>> of) {
    return of.get(Results.SELECTION).stream()
        .map(row -> row.getAs("term") + " " + row.getAs("removed"))
        .sorted()
        .toList();
  }

  private static Map<String, Double> numbers(Map<TableDefinition, List<Row>> results) {
    Map<String, Double> numbers = new HashMap<>();
    for (Followed followed : Followed.ALL) {
      for (Row row : results.get(followed.table())) {
        for (String measure : followed.measures()) {
          Number number = row.getAs(measure);
          if (number != null) {
            numbers.put(
                followed.table().name() + "|" + followed.item(row) + "|" + measure,
                number.doubleValue());
          }
        }
      }
    }
    return numbers;
  }

  private static String name(Row row) {
    return row.getAs(Operational.TABLE)
        + "|"
        + row.getAs(Refresh.ITEM)
        + "|"
        + row.getAs(Operational.COLUMN);
  }

  private static Map<String, Subject> patients() {
    SplittableRandom random = new SplittableRandom(5);
    Map<String, Subject> patients = new TreeMap<>();
    for (int i = 0; i < 160; i++) {
      int score = random.nextInt(6);
      boolean extrahepatic = random.nextInt(4) == 0;
      double hazard = Math.exp(0.4 * score + (extrahepatic ? 0.6 : 0)) / 2500;
      double death = -Math.log(1 - random.nextDouble()) / hazard;
      double end = 200 + random.nextDouble() * 3000;
      patients.put(
          "p%03d".formatted(i),
          new Subject(
              40 + random.nextInt(40),
              score,
              extrahepatic,
              (int) Math.min(death, end) + 1,
              death <= end));
    }
    Subject pair = new Subject(60, 4, false, 400, false);
    patients.put("p020", pair);
    patients.put("p021", pair);
    return patients;
  }

  private static HandMade tables(Map<String, Subject> patients) {
    HandMade tables = new HandMade(2);
    patients.forEach(
        (patient, s) -> {
          tables.add(
              Gold.SUBJECT,
              patient,
              Gold.IN_ANALYSIS,
              true,
              "age",
              s.age(),
              "score",
              s.score(),
              "extrahepatic_disease",
              s.extrahepatic());
          tables.addEndpoint(patient, "OS", s.days(), s.dead() ? 0 : 1);
        });
    return tables;
  }
}
