package org.hepatica.transform.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.table.Gold;
import org.hepatica.table.HandMade;
import org.hepatica.table.Results;
import org.hepatica.table.TableDefinition;
import org.hepatica.transform.Protocols;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A study's models are the same whether subjects are counted or passed over where they lie. */
class VariedModelSparkTest {

  private static final int NOTHING = 3;

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void countedIsPassedOver(int partitions) {
    Study study = Protocols.prognosis();
    HandMade tables = patients(partitions);

    Map<TableDefinition, List<Row>> counted = Analyses.run(tables, study, Question.ANY);
    Map<TableDefinition, List<Row>> passed = Analyses.run(tables, study, NOTHING);

    for (TableDefinition table :
        List.of(Results.COX, Results.COX_REFITTED, Results.SELECTION, Results.KM)) {
      assertSame(passed.get(table), counted.get(table));
    }
    assertThat(counted.get(Results.COX)).hasSizeGreaterThan(18);
    assertThat(counted.get(Results.SELECTION)).isNotEmpty();
  }

  private static void assertSame(List<Row> found, List<Row> expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int r = 0; r < expected.size(); r++) {
      for (int c = 0; c < expected.get(r).size(); c++) {
        Object value = expected.get(r).get(c);
        if (value instanceof Double number) {
          assertThat((Double) found.get(r).get(c))
              .isCloseTo(number, within(1e-9 * Math.max(1e-3, Math.abs(number))));
        } else {
          assertThat(found.get(r).get(c)).isEqualTo(value);
        }
      }
    }
  }

  private static HandMade patients(int partitions) {
    SplittableRandom random = new SplittableRandom(11);
    HandMade tables = new HandMade(partitions);
    for (int i = 0; i < 240; i++) {
      String patient = "p" + i;
      int age = 35 + random.nextInt(50);
      int score = random.nextInt(6);
      boolean extrahepatic = random.nextInt(5) == 0;
      tables.add(
          Gold.SUBJECT,
          patient,
          Gold.IN_ANALYSIS,
          true,
          "age",
          i % 17 == 0 ? null : age,
          "score",
          score,
          "extrahepatic_disease",
          extrahepatic,
          "sex",
          random.nextBoolean() ? "female" : "male",
          "delivered",
          scala.jdk.javaapi.CollectionConverters.asScala(
              Map.of(
                  "major_comorbidity",
                  "" + random.nextInt(2),
                  "chemotherapy_before_resection",
                  "" + random.nextInt(2))));
      double hazard = Math.exp(0.03 * (age - 60) + 0.3 * score + (extrahepatic ? 0.7 : 0)) / 1500;
      for (String endpoint : List.of("OS", "RFS", "LRFS")) {
        double death = -Math.log(1 - random.nextDouble()) / hazard;
        double end = random.nextDouble() * 3000;
        tables.addEndpoint(patient, endpoint, (int) Math.min(death, end) + 1, death <= end ? 0 : 1);
      }
    }
    return tables;
  }
}
