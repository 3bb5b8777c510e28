package org.hepatica.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The left side: {@code Surv(time, event)} or {@code Surv(start, stop, event)}.
 *
 * @param start where observation begins, of (start, stop] only
 * @param time where it ends
 * @param event whether, or of which cause, it ended with an event
 */
public record SurvivalResponse(Optional<SqlText> start, SqlText time, SqlText event) {

  static SurvivalResponse of(List<SqlText> arguments) {
    int last = arguments.size() - 1;
    Optional<SqlText> start = last == 2 ? Optional.of(arguments.get(0)) : Optional.empty();
    return new SurvivalResponse(start, arguments.get(last - 1), arguments.get(last));
  }

  /** As they are written, two or three. */
  public List<SqlText> arguments() {
    List<SqlText> all = new ArrayList<>(3);
    start.ifPresent(all::add);
    all.add(time);
    all.add(event);
    return all;
  }

  /** The columns it names, each once. */
  public List<String> columns() {
    return arguments().stream().flatMap(text -> text.columns().stream()).distinct().toList();
  }
}
