package org.hepatica.transform.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Center;
import org.hepatica.quality.Reconciliation;
import org.hepatica.source.Mutator;
import org.hepatica.table.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of random mess: every record is somewhere, and partitions do not matter. */
class MessSparkTest {

  private static final String[] PIECES = {
    "A1",
    "A2",
    "A3",
    "M",
    "F",
    "x",
    "",
    " ",
    "NA",
    "1950-01-02",
    "1950",
    ",",
    ",",
    ",",
    "\n",
    "\n",
    "\n",
    "\"q\"",
    "\"a\"\"b\"",
    "\"two\nlines\"",
    "\"s\"tray",
    "'",
    "\t",
    "\u00E4"
  };

  @TempDir Path folder;

  @Test
  void everyRecordIsAcceptedOrQuarantinedOrACopyOverAnyPartitions() throws IOException {
    Center center = Confs.center(folder, "dated");
    Delivery delivery = new Delivery(folder, center);
    Random random = new Random(11);
    for (int file = 0; file < 4; file++) {
      delivery.file("patients_" + file + ".csv", "MRN,SEX,BORN\n" + mess(random));
      delivery.file("cea_" + file + ".csv", "MRN,DRAWN,CEA\n" + mess(random));
    }
    delivery.file("operations.csv", "MRN;OP;STATUS;KIND;DAY;SEGMENTS;ABLATION\n");
    delivery.file("lesions.tsv", "OP\tNO\tSIZE\n");
    Dataset<Row> records = delivery.records();

    List<List<String>> outcomes =
        Stream.of(1, 2, 7).map(n -> outcome(delivery.ingest(records.repartition(n)))).toList();

    assertThat(outcomes.get(0)).hasSizeGreaterThan(100);
    assertThat(outcomes.get(1)).isEqualTo(outcomes.get(0));
    assertThat(outcomes.get(2)).isEqualTo(outcomes.get(0));
  }

  @Test
  void spoiledRowsReconcileWithTheLinesOfTheirFile() throws IOException {
    Center center = Confs.center(folder, "dated");
    Mutator mutator = new Mutator(5);
    String patients =
        IntStream.range(0, 3_000)
            .mapToObj(i -> mutator.row("A%d,M,1950-01-02".formatted(i % 900), ','))
            .map(row -> row.replace("\"", ""))
            .collect(Collectors.joining("\n"));
    long lines =
        Stream.of(patients.split("\r\n|\r|\n"))
            .filter(line -> !line.matches("[\\s,\u00A0\uFEFF]*"))
            .count();
    Delivery delivery =
        new Delivery(folder, center)
            .file("patients_1.csv", "MRN,SEX,BORN\n" + patients)
            .file("cea_1.csv", "MRN,DRAWN,CEA\n")
            .file("operations.csv", "MRN;OP;STATUS;KIND;DAY;SEGMENTS;ABLATION\n")
            .file("lesions.tsv", "OP\tNO\tSIZE\n");

    List<Row> counts = delivery.ingest().reconciliation().collectAsList();

    Reconciliation.check(counts);
    assertThat(counts)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.<Long>getAs("records")).isEqualTo(lines);
              assertThat(row.<Long>getAs("accepted")).isGreaterThan(100);
              assertThat(row.<Long>getAs("quarantined")).isGreaterThan(100);
              assertThat(row.<Long>getAs("duplicates")).isGreaterThan(100);
            });
  }

  private static List<String> outcome(RegistryIngest.Result result) {
    List<Row> counts = result.reconciliation().collectAsList();
    Reconciliation.check(counts);
    assertThat(counts).hasSize(8);
    assertThat(counts).allMatch(row -> row.<Long>getAs("records") > 10);
    return Stream.of(
            result.table(Registry.PATIENT),
            result.table(Registry.CEA),
            result.quarantine(),
            result.reconciliation())
        .flatMap(table -> table.collectAsList().stream())
        .map(Row::toString)
        .sorted()
        .toList();
  }

  private static String mess(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      if (random.nextInt(3) == 0) {
        text.append(
            "A%d,%s,1950-01-0%d\n"
                .formatted(
                    random.nextInt(4), random.nextBoolean() ? "M" : "3", 1 + random.nextInt(3)));
      } else {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return text.append('\n').toString();
  }
}
