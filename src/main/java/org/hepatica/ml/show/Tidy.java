package org.hepatica.ml.show;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Writes records: their components, in order and in snake case, are the keys and the columns. */
final class Tidy {

  private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE =
      new PropertyNamingStrategies.SnakeCaseStrategy();
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setPropertyNamingStrategy(SNAKE)
          .enable(SerializationFeature.INDENT_OUTPUT);

  private Tidy() {}

  static String json(Record result) {
    try {
      return JSON.writeValueAsString(result).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result that is no JSON", e);
    }
  }

  static <T extends Record> String csv(Class<T> type, List<T> rows) {
    StringWriter text = new StringWriter();
    CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
    RecordComponent[] components = type.getRecordComponents();
    writer.writeRecord(Stream.of(components).map(c -> SNAKE.translate(c.getName())).toList());
    rows.forEach(row -> writer.writeRecord(Stream.of(components).map(c -> cell(c, row)).toList()));
    return text.toString();
  }

  private static String cell(RecordComponent component, Record row) {
    try {
      Object value = component.getAccessor().invoke(row);
      return value == null ? "" : value.toString();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record that cannot be read", e);
    }
  }

  /** A number, or null where there is none. */
  static Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** A number, or null where there is none. */
  static Double number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : null;
  }
}
