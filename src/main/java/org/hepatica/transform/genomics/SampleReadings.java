package org.hepatica.transform.genomics;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.hepatica.table.Genomic.PLATFORM;
import static org.hepatica.table.Registry.CENTER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.hepatica.genomics.Observation;
import org.hepatica.genomics.Panels;
import org.hepatica.genomics.Platform;
import org.hepatica.genomics.SampleReading;
import org.hepatica.table.Operational;

/** Asks the pure ring what a sample's records mean. */
final class SampleReadings {

  static final String READING = "reading";

  private static final String PANELS_OF = "panels_of";

  private SampleReadings() {}

  /** Adds the reading to gathered samples. */
  static Dataset<Row> read(Dataset<Row> gathered, Dataset<Row> panels, Laboratories laboratories) {
    UDF1<Row, Row> read = sample -> reading(sample, laboratories);
    UserDefinedFunction reader = udf(read, Structs.READING);
    // Both come of the same records: a column of theirs has to have another name on one side.
    Dataset<Row> named = panels.withColumnRenamed(CENTER, PANELS_OF);
    return gathered
        .join(broadcast(named), col(CENTER).equalTo(col(PANELS_OF)), "left")
        .drop(PANELS_OF)
        .withColumn(
            READING,
            reader.apply(
                struct(
                    col(CENTER),
                    col(PLATFORM),
                    col(PlatformRecords.OBSERVATIONS),
                    col(PlatformRecords.PANELS))))
        .drop(PlatformRecords.PANELS);
  }

  private static Row reading(Row sample, Laboratories laboratories) {
    List<Observation> observations = observations(sample);
    SampleReading reading =
        laboratories
            .reader(
                sample.getAs(CENTER),
                Platform.of(sample.getAs(PLATFORM)),
                panels(sample.getAs(PlatformRecords.PANELS)))
            .read(observations);
    return RowFactory.create(
        reading.outcome().label(),
        reading.reason(),
        reading.panel() == null || reading.panel().isEmpty() ? null : reading.panel(),
        reading.codons().toArray(Integer[]::new),
        reading.tumor(),
        reading.calls().stream().map(Structs::of).toArray(Row[]::new),
        reading.defects().stream().map(Structs::of).toArray(Row[]::new));
  }

  /** In the order of the files, exact copies left out: the order of arrival means nothing. */
  private static List<Observation> observations(Row sample) {
    Map<List<Object>, Observation> distinct = new LinkedHashMap<>();
    sample.<Row>getList(sample.fieldIndex(PlatformRecords.OBSERVATIONS)).stream()
        .map(SampleReadings::observation)
        .sorted(Comparator.comparing(Observation::origin))
        .forEach(o -> distinct.putIfAbsent(List.of(o.format(), Map.copyOf(present(o))), o));
    return new ArrayList<>(distinct.values());
  }

  private static Map<String, String> present(Observation observation) {
    Map<String, String> cells = new HashMap<>(observation.cells());
    cells.values().removeIf(java.util.Objects::isNull);
    return cells;
  }

  private static Observation observation(Row row) {
    Map<String, String> cells = row.getJavaMap(row.fieldIndex(Operational.CELLS));
    int number = row.<Integer>getAs(PlatformRecords.SAMPLE_NUMBER);
    Observation observation =
        new Observation(row.getAs(PlatformRecords.FORMAT), Structs.origin(row), cells);
    return number == 0 ? observation : observation.ofSample(number);
  }

  private static Panels panels(Row row) {
    if (row == null) {
      return new Panels(false, new HashSet<>(), new HashSet<>());
    }
    return new Panels(
        Boolean.TRUE.equals(row.<Boolean>getAs(PlatformRecords.PANELS_ASSIGNED)),
        new HashSet<>(row.getList(row.fieldIndex(PlatformRecords.PANELS_DESCRIBED))),
        new HashSet<>(row.getList(row.fieldIndex(PlatformRecords.PANELS_WITH_GENE))));
  }
}
