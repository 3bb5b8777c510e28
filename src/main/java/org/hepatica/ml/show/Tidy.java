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
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Writes records: their components, in order and in snake case, are the keys and the columns. */
final class Tidy {

  private static final SnakeCase SNAKE = new SnakeCase();
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setPropertyNamingStrategy(SNAKE)
          .enable(SerializationFeature.INDENT_OUTPUT);

  private Tidy() {}

  /** Every capital begins a word, also a single letter: {@code adjusted_p_value}. */
  private static final class SnakeCase extends PropertyNamingStrategies.NamingBase {

    private static final long serialVersionUID = 1L;

    @Override
    public String translate(String name) {
      return name.replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
  }

  static String json(Record result) {
    try {
      return JSON.writeValueAsString(result).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result that is no JSON", e);
    }
  }

  static <T extends Record> String csv(Class<T> type, List<T> rows) {
    return csv(heads(type), rows.stream().map(Tidy::cells).toList());
  }

  static String csv(List<String> heads, List<List<String>> rows) {
    StringWriter text = new StringWriter();
    CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
    writer.writeRecord(heads);
    rows.forEach(writer::writeRecord);
    return text.toString();
  }

  /** The columns of a record that are single values. */
  static List<String> heads(Class<? extends Record> type) {
    return values(type).map(c -> SNAKE.translate(c.getName())).toList();
  }

  /** Their cells. */
  static List<String> cells(Record row) {
    return values(row.getClass()).map(c -> cell(c, row)).toList();
  }

  private static Stream<RecordComponent> values(Class<?> type) {
    return Stream.of(type.getRecordComponents()).filter(c -> c.getType() != List.class);
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
