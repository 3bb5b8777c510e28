package org.hepatica.job;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Rows as CSV or JSON, one at a time; a list in a cell of CSV has semicolons. */
final class RowText {

  private RowText() {}

  /**
   * A header, and a line a row.
   *
   * @param most at most so many rows; all when negative
   */
  static void csv(Dataset<Row> rows, long most, Writer out) throws IOException {
    CsvWriter csv = CsvWriter.builder().build(out);
    String[] names = rows.columns();
    csv.writeRecord(names);
    Iterator<Row> all = rows.toLocalIterator();
    for (long lines = 0; all.hasNext() && lines != most; lines++) {
      Row row = all.next();
      csv.writeRecord(Stream.of(names).map(name -> text(row.getAs(name))).toArray(String[]::new));
    }
    csv.flush();
  }

  /**
   * A list of objects.
   *
   * @param most at most so many rows; all when negative
   */
  static void json(Dataset<Row> rows, long most, Writer out) throws IOException {
    JsonGenerator json = new ObjectMapper().createGenerator(out).useDefaultPrettyPrinter();
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartArray();
    Iterator<Row> all = rows.toLocalIterator();
    for (long lines = 0; all.hasNext() && lines != most; lines++) {
      Row row = all.next();
      json.writeStartObject();
      for (String name : rows.columns()) {
        json.writeObjectField(name, value(row.getAs(name)));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeRaw("\n");
    json.close();
  }

  private static String text(Object value) {
    Object plain = value(value);
    if (plain instanceof List<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(";"));
    }
    return plain == null ? "" : plain.toString();
  }

  private static Object value(Object value) {
    if (value instanceof scala.collection.Seq<?> list) {
      return List.copyOf(CollectionConverters.asJava(list));
    }
    return value instanceof java.sql.Date date ? date.toString() : value;
  }
}
