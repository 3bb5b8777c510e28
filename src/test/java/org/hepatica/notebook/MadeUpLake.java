package org.hepatica.notebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.hepatica.TestSpark;
import org.hepatica.lake.Lake;
import org.hepatica.table.Gold;
import org.hepatica.table.TableDefinition;

/** A lake with the two tables that the notebook reads, of 200 made-up patients. */
final class MadeUpLake {

  private MadeUpLake() {}

  static Path write(Path folder) {
    SparkSession spark = TestSpark.session();
    Lake lake = Lake.open(spark, folder, "gholami-2019");
    List<Row> subjects = new ArrayList<>();
    List<Row> times = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      subjects.add(subject(i));
      int days = 1 + (int) (-Math.log(1 - random.nextDouble()) * (i % 2 == 0 ? 2500 : 4000));
      int censored = days < 5000 && i % 7 != 0 ? 0 : 1;
      times.add(
          row(
              Gold.TIME_TO_EVENT,
              Map.of(
                  "center",
                  "made-up",
                  Gold.USUBJID,
                  "p" + i,
                  Gold.PARAMCD,
                  "OS",
                  Gold.PARAM,
                  "Overall survival",
                  Gold.AVAL,
                  Math.min(days, 5000),
                  Gold.AVALU,
                  "DAYS",
                  Gold.CNSR,
                  censored,
                  Gold.ORIGIN,
                  "derived")));
    }
    write(spark, lake, Gold.SUBJECT, subjects);
    write(spark, lake, Gold.TIME_TO_EVENT, times);
    return folder;
  }

  private static Row subject(int i) {
    return row(
        Gold.SUBJECT,
        Map.of(
            "center",
            "made-up",
            "patient_id",
            "p" + i,
            Gold.RESECTIONS,
            1,
            Gold.COMPLETE_RESECTIONS,
            1,
            "gene_status",
            i % 3 == 0 ? "MUT" : "WT",
            Gold.EXPOSED,
            i % 2 == 1,
            Gold.IN_COHORT,
            true,
            Gold.IN_ANALYSIS,
            i % 10 != 0));
  }

  private static Row row(TableDefinition table, Map<String, Object> cells) {
    StructType schema = table.schema();
    Object[] values = new Object[schema.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = cells.get(schema.fieldNames()[i]);
    }
    return RowFactory.create(values);
  }

  private static void write(SparkSession spark, Lake lake, TableDefinition table, List<Row> rows) {
    lake.overwrite(table, spark.createDataFrame(rows, table.schema()));
  }
}
