package org.hepatica.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.hepatica.TestSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurvivalTableSparkTest {

  @TempDir Path folder;

  @Test
  void theRowsAreTheSameInOnePartitionAndInSeven() {
    SurvivalTable table = new SurvivalTable(1000, 3, folder);

    List<Row> one = table.rows(TestSpark.session(), 1).collectAsList();

    assertThat(table.rows(TestSpark.session(), 7).collectAsList()).isEqualTo(one);
    assertThat(one).hasSize(1000);
  }

  @Test
  void parquetAndTheColumnsForRHoldTheSameSubjects() throws IOException {
    SurvivalTable table = new SurvivalTable(100_000, 1, folder);
    assertThat(table.hasParquet()).isFalse();
    assertThat(PlainTable.of(table).exists()).isFalse();

    table.writeParquet(TestSpark.session());
    PlainTable.of(table).write();

    assertThat(table.hasParquet()).isTrue();
    assertThat(PlainTable.of(table).exists()).isTrue();
    List<Row> rows = TestSpark.session().read().parquet(table.parquet().toString()).collectAsList();
    ByteBuffer days = bytes(table, "days.bin");
    ByteBuffer cea = bytes(table, "cea.bin");
    ByteBuffer center = bytes(table, "center.bin");
    for (Row row : rows) {
      boolean same =
          row.<Integer>getAs("days") == days.getShort()
              && row.<Double>getAs("cea") == cea.getInt() / 10.0
              && row.<Integer>getAs("center") == center.get();
      assertThat(same).isTrue();
    }
    assertThat(rows).hasSize(100_000);
  }

  @Test
  void aTableCutShortIsNotTakenForWhole() throws IOException {
    SurvivalTable table = new SurvivalTable(100, 1, folder);
    PlainTable.of(table).write();

    Files.write(table.plain().resolve("hai.bin"), new byte[99]);

    assertThat(PlainTable.of(table).exists()).isFalse();
  }

  private static ByteBuffer bytes(SurvivalTable table, String file) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(table.plain().resolve(file)))
        .order(ByteOrder.LITTLE_ENDIAN);
  }
}
