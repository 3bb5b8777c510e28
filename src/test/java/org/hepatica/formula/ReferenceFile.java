package org.hepatica.formula;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What R made of a formula on a table: lists by quantity. */
final class ReferenceFile {

  /** A formula on a table. */
  record Case(String table, String formula) {
    @Override
    public String toString() {
      return table + ": " + formula;
    }
  }

  private ReferenceFile() {}

  static Map<Case, Map<String, List<String>>> cases() {
    Map<Case, Map<String, List<String>>> cases = new LinkedHashMap<>();
    List<List<String>> lines = lines("model-matrix");
    for (List<String> line : lines.subList(1, lines.size())) {
      cases
          .computeIfAbsent(new Case(line.get(0), line.get(1)), key -> new LinkedHashMap<>())
          .computeIfAbsent(line.get(2), key -> new java.util.ArrayList<>())
          .add(line.get(4));
    }
    return cases;
  }

  static List<List<String>> lines(String name) {
    InputStream in = ReferenceFile.class.getResourceAsStream("/reference/" + name + ".csv");
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.stream().map(CsvRecord::getFields).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
