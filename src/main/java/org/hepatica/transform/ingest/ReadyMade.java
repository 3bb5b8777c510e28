package org.hepatica.transform.ingest;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hepatica.table.Column;
import org.hepatica.table.Gold;

/**
 * Whether a text that came ready-made can be the subject's variable of its name. One that cannot
 * would fill nothing later on: it is said here, with file and line.
 */
final class ReadyMade {

  private static final Map<String, Column> VARIABLES =
      Gold.SUBJECT.columns().stream().collect(Collectors.toMap(Column::name, Function.identity()));

  private static final Pattern QUANTITY = Pattern.compile("[<>]?\\s*[0-9][0-9,]*\\.?[0-9]*");

  private ReadyMade() {}

  /** What keeps a text from being a variable; empty when it fits, or the name is a centre's own. */
  static Optional<String> fault(String variable, String text) {
    Column column = variable == null || text == null ? null : VARIABLES.get(variable);
    if (column == null) {
      return Optional.empty();
    }
    return switch (column.kind()) {
      case INTEGER -> whole(column, text);
      case NUMBER -> number(text).isPresent() ? Optional.empty() : fault(column, "no number");
      case QUANTITY ->
          QUANTITY.matcher(text).matches()
              ? Optional.empty()
              : fault(column, "no quantity such as 12.5 or <0.5");
      case BOOLEAN ->
          CellReader.isTruth(text) ? Optional.empty() : fault(column, "neither true nor false");
      default ->
          column.levels().isEmpty() || column.levels().contains(text)
              ? Optional.empty()
              : fault(column, "not one of " + column.levels());
    };
  }

  /** An age may have a fraction, of which the completed years count. */
  private static Optional<String> whole(Column column, String text) {
    Optional<BigDecimal> number = number(text);
    boolean fits =
        number.isPresent()
            && (column.name().equals(Gold.AGE) || number.flatMap(Numbers::whole).isPresent());
    return fits ? Optional.empty() : fault(column, "no whole number");
  }

  private static Optional<BigDecimal> number(String text) {
    return Numbers.isPlain(text) ? Numbers.parse(text) : Optional.empty();
  }

  private static Optional<String> fault(Column column, String what) {
    return Optional.of(
        "%s for the variable %s; correct it at the centre, or give codes or missing texts"
            .formatted(what, column.name()));
  }
}
