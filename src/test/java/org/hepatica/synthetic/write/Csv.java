package org.hepatica.synthetic.write;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads an export as any reader of CSV would; short records are left out. */
final class Csv {

  private Csv() {}

  static List<Map<String, String>> read(Path file) {
    try (CsvReader<NamedCsvRecord> reader =
            CsvReader.builder().ignoreDifferentFieldCount(true).ofNamedCsvRecord(file);
        Stream<NamedCsvRecord> records = reader.stream()) {
      return records
          .filter(record -> record.getFieldCount() == record.getHeader().size())
          .map(NamedCsvRecord::getFieldsAsMap)
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Records by key, the first of each standing. */
  static Map<String, Map<String, String>> firstBy(
      List<Map<String, String>> records, String... key) {
    Map<String, Map<String, String>> first = new LinkedHashMap<>();
    for (Map<String, String> record : records) {
      String id = Stream.of(key).map(record::get).collect(Collectors.joining("|"));
      first.putIfAbsent(id, record);
    }
    return first;
  }
}
