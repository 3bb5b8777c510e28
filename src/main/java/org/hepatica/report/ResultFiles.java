package org.hepatica.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.hepatica.table.TableDefinition;

/**
 * Result tables as CSV files for R, pandas and spreadsheets: UTF-8, RFC 4180, a header, one line a
 * row, doubles in their shortest exact form, nothing between the commas for null.
 */
public final class ResultFiles {

  private ResultFiles() {}

  /**
   * Writes {@code <table>.csv} for each table, those without rows too.
   *
   * @param tables rows by table
   * @param folder made when it is not there
   * @return the files, in the order of the tables
   */
  public static List<Path> write(Map<TableDefinition, List<Row>> tables, Path folder) {
    List<Path> files = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      for (Map.Entry<TableDefinition, List<Row>> table : tables.entrySet()) {
        Path file = folder.resolve(table.getKey().name() + ".csv");
        write(table.getKey(), table.getValue(), file);
        files.add(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write results to " + folder, e);
    }
    return files;
  }

  private static void write(TableDefinition table, List<Row> rows, Path file) throws IOException {
    String[] names = table.schema().fieldNames();
    try (CsvWriter csv =
        CsvWriter.builder().build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      csv.writeRecord(names);
      for (TidyRow row : TidyRow.of(table, rows)) {
        csv.writeRecord(cells(row, names));
      }
    }
  }

  private static List<String> cells(TidyRow row, String[] names) {
    List<String> cells = new ArrayList<>();
    for (String name : names) {
      cells.add(row.text(name));
    }
    return cells;
  }
}
