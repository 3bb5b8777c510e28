package org.hepatica;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionSparkTest {

  @TempDir Path folder;

  @Test
  void sparkWritesAndReadsADeltaTableOnThisClasspath() {
    SparkSession spark = TestSpark.session();
    String path = folder.resolve("numbers").toString();
    spark.range(10).write().format("delta").save(path);
    assertThat(spark.read().format("delta").load(path).count()).isEqualTo(10);
  }
}
