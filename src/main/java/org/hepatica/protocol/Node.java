package org.hepatica.protocol;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value and its full key. Each conversion is empty when the value is of another type, which is
 * then a problem of the reading.
 */
record Node(Reading reading, String key, ConfigValue value) {

  Position position() {
    return reading.position(key, value);
  }

  void problem(String what, String remedy) {
    reading.problem(position(), what, remedy);
  }

  boolean isObject() {
    return value.valueType() == ConfigValueType.OBJECT;
  }

  boolean isList() {
    return value.valueType() == ConfigValueType.LIST;
  }

  private boolean isScalar() {
    return !isObject() && !isList() && value.valueType() != ConfigValueType.NULL;
  }

  /** A scalar as it is written: {@code 1.50} stays {@code 1.50}. */
  Optional<String> text() {
    return isScalar() ? Optional.of(written()) : wrong("a text", "write \"...\"");
  }

  Optional<Integer> integer() {
    return scalar(ConfigValueType.NUMBER, Integer::valueOf, "a whole number", "write such as 12");
  }

  Optional<Long> large() {
    return scalar(ConfigValueType.NUMBER, Long::valueOf, "a whole number", "write such as 12");
  }

  Optional<Double> number() {
    return scalar(ConfigValueType.NUMBER, Node::finite, "a number", "write such as 0.05");
  }

  Optional<Boolean> truth() {
    return scalar(ConfigValueType.BOOLEAN, Node::trueOrFalse, "true or false", "write one of them");
  }

  Optional<LocalDate> date() {
    return scalar(
        ConfigValueType.STRING,
        LocalDate::parse,
        "a date",
        "write it as 2012-12-31, a day that exists");
  }

  /** The elements; a text of the command line is split at its commas. */
  List<Node> elements() {
    if (isList()) {
      List<Node> nodes = new ArrayList<>();
      for (ConfigValue element : (ConfigList) value) {
        nodes.add(new Node(reading, Keys.element(key, nodes.size()), element));
      }
      return nodes;
    }
    if (isScalar() && Reading.isSet(value)) {
      return Overrides.split(written(), value.origin().description()).stream()
          .map(part -> new Node(reading, key, part))
          .toList();
    }
    wrong("a list", "write [...], also around a single element");
    return List.of();
  }

  Optional<Cursor> object() {
    return isObject()
        ? Optional.of(new Cursor(reading, key, (ConfigObject) value, position()))
        : wrong("a section", "write { ... }");
  }

  private <T> Optional<T> scalar(
      ConfigValueType type, Function<String, T> conversion, String wanted, String remedy) {
    if (value.valueType() != type && !(isScalar() && Reading.isSet(value))) {
      return wrong(wanted, remedy);
    }
    try {
      return Optional.of(conversion.apply(written()));
    } catch (DateTimeException | IllegalArgumentException e) {
      return wrong(wanted, remedy);
    }
  }

  private <T> Optional<T> wrong(String wanted, String remedy) {
    String type = value.valueType().name().toLowerCase(Locale.ROOT);
    String shown = isScalar() ? type + " '" + written() + "'" : type;
    problem(shown + " where " + wanted + " belongs", remedy);
    return Optional.empty();
  }

  private String written() {
    return value.atKey("v").getString("v");
  }

  private static Double finite(String text) {
    double number = Double.parseDouble(text);
    if (!Double.isFinite(number)) {
      throw new NumberFormatException(text);
    }
    return number;
  }

  private static Boolean trueOrFalse(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }
}
