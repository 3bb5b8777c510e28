package org.hepatica.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.hepatica.TestSpark;

/**
 * Small tables written by hand for a test.
 *
 * <p>A row names only what matters: {@code add(Registry.CEA, "patient", "drawn_date", "2005-01-02",
 * "cea_ng_ml", 7.0)}. The rest is null, of the centre {@link #CENTER}, and of known day where a
 * date is given.
 */
public final class HandMade implements Tables {

  public static final String CENTER = "centre";

  private final Map<TableDefinition, List<Map<String, Object>>> rows = new LinkedHashMap<>();
  private final Set<String> patients = new HashSet<>();
  private final int partitions;

  /** Tables of one partition each. */
  public HandMade() {
    this(1);
  }

  /** Tables of so many partitions each. */
  public HandMade(int partitions) {
    this.partitions = partitions;
  }

  /** Adds a row of a patient; then names and values by turns. */
  public HandMade add(TableDefinition table, String patient, Object... namesAndValues) {
    if (!table.equals(Registry.PATIENT) && patients.add(patient)) {
      add(Registry.PATIENT, patient);
    }
    patients.add(patient);
    Map<String, Object> row = new HashMap<>();
    row.put(Registry.CENTER, CENTER);
    row.put(Registry.PATIENT_ID, patient);
    row.put(Registry.DELIVERY, "2026-01-01");
    row.put(Registry.SOURCE_FILE, "file.csv");
    row.put(Registry.SOURCE_LINE, 1L);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    rows.computeIfAbsent(table, any -> new ArrayList<>()).add(row);
    return this;
  }

  /** Adds an endpoint of a patient: days, and 0 for an event. */
  public HandMade addEndpoint(String patient, String endpoint, int days, int censoring) {
    return add(
        Gold.TIME_TO_EVENT,
        patient,
        Gold.USUBJID,
        patient,
        Gold.PARAMCD,
        endpoint,
        Gold.AVAL,
        days,
        Gold.CNSR,
        censoring);
  }

  @Override
  public Dataset<Row> read(TableDefinition table) {
    StructType schema = table.schema();
    List<Row> list =
        rows.getOrDefault(table, List.of()).stream().map(row -> row(row, schema)).toList();
    Dataset<Row> made = TestSpark.session().createDataFrame(list, schema);
    return partitions == 1 ? made : made.repartition(partitions);
  }

  /** A dataset's rows by patient, for literal expectations. */
  public static Map<String, Row> byPatient(Dataset<Row> dataset) {
    Map<String, Row> byPatient = new HashMap<>();
    for (Row row : dataset.collectAsList()) {
      Row before = byPatient.put(row.getAs(Registry.PATIENT_ID), row);
      if (before != null) {
        throw new AssertionError("two rows of one patient: " + before + " and " + row);
      }
    }
    return byPatient;
  }

  private static Row row(Map<String, Object> values, StructType schema) {
    return RowFactory.create(
        Stream.of(schema.fields()).map(field -> value(values, field)).toArray());
  }

  private static Object value(Map<String, Object> values, StructField field) {
    String name = field.name();
    Object value = values.get(name);
    String suffix = Kind.DATE.companionSuffix();
    if (value == null && name.endsWith(suffix)) {
      Object day = values.get(name.substring(0, name.length() - suffix.length()));
      return day == null ? null : PartialDate.DAY;
    }
    return value instanceof String text && field.dataType().typeName().equals("date")
        ? java.sql.Date.valueOf(text)
        : value;
  }
}
