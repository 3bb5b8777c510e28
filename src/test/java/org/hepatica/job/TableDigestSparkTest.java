package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.TestSpark;
import org.junit.jupiter.api.Test;

class TableDigestSparkTest {

  private static final String ROWS = "values ('a', 1, 'run-1'), ('b', null, 'run-1')";

  @Test
  void orderPartitionsAndRunsDoNotMatter() {
    String digest = digest(ROWS);

    assertThat(digest).startsWith("2 rows, ");
    assertThat(digest("values ('b', null, 'run-2'), ('a', 1, 'run-2')")).isEqualTo(digest);
    assertThat(TableDigest.of(rows(ROWS).repartition(5))).isEqualTo(digest);
  }

  @Test
  void aCellARowAndACopyOfARowDo() {
    assertThat(
            List.of(
                digest(ROWS),
                digest("values ('a', 2, 'run-1'), ('b', null, 'run-1')"),
                digest("values ('a', null, 'run-1'), ('b', 1, 'run-1')"),
                digest("values ('a', 1, 'run-1')"),
                digest(ROWS + ", ('a', 1, 'run-1')"),
                digest(ROWS + ", ('b', null, 'run-1')")))
        .doesNotHaveDuplicates();
  }

  private static String digest(String values) {
    return TableDigest.of(rows(values));
  }

  private static Dataset<Row> rows(String values) {
    return TestSpark.session().sql("select * from " + values + " as t(name, number, first_run)");
  }
}
