package org.hepatica.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.table.Results;
import org.hepatica.table.TableDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {

  @TempDir Path folder;

  @Test
  void writesEveryDigitAndNothingForNull() throws IOException {
    Row row = RowFactory.create("reverse Kaplan-Meier", 0.1 + 0.2, null, 1e-12);
    NamedCsvRecord read = onlyRecord(Results.FOLLOW_UP, row);
    assertThat(Double.parseDouble(read.getField("median_years"))).isEqualTo(0.1 + 0.2);
    assertThat(read.getField("conf_low")).isEmpty();
    assertThat(Double.parseDouble(read.getField("conf_high"))).isEqualTo(1e-12);
  }

  @Test
  void keepsCommasQuotesLinesAndUmlauts() throws IOException {
    String text = "a \"b\", c\nd; Ümläut ≥ 3";
    Row row = RowFactory.create("x", "q", "check", text, "i");
    assertThat(onlyRecord(Results.INCONSISTENCY, row).getField("printed")).isEqualTo(text);
  }

  @Test
  void writesAHeaderForATableWithoutRows() throws IOException {
    List<Path> files = ResultFiles.write(Map.of(Results.COX, List.of()), folder.resolve("new"));
    assertThat(files).containsExactly(folder.resolve("new/cox.csv"));
    assertThat(Files.readString(files.get(0)))
        .isEqualTo(String.join(",", Results.COX.schema().fieldNames()) + "\r\n");
  }

  @Test
  void writesTheWholeStudyBack() throws IOException {
    Map<TableDefinition, List<Row>> tables = MadeUpStudy.input("gholami-2019").results();
    ResultFiles.write(tables, folder);
    for (Map.Entry<TableDefinition, List<Row>> table : tables.entrySet()) {
      try (CsvReader<NamedCsvRecord> csv =
          CsvReader.builder().ofNamedCsvRecord(folder.resolve(table.getKey().name() + ".csv"))) {
        assertThat(csv.stream().count()).isEqualTo(table.getValue().size());
      }
    }
  }

  private NamedCsvRecord onlyRecord(TableDefinition table, Row row) throws IOException {
    Path file = ResultFiles.write(Map.of(table, List.of(row)), folder).get(0);
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return csv.stream().toList().get(0);
    }
  }
}
