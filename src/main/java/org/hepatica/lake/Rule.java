package org.hepatica.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.delta.schema.DeltaInvariantViolationException;
import org.hepatica.table.Column;
import org.hepatica.table.TableDefinition;

/**
 * What must hold of every row of a table, as Delta checks it at each write.
 *
 * @param name of the constraint, unique in the table
 * @param column whom it is about
 * @param sql true of every row; what is neither true nor false Delta refuses too
 * @param words what must hold, for people
 */
record Rule(String name, String column, String sql, String words) {

  /** How Delta names constraints among a table's properties. */
  private static final String PROPERTY = "delta.constraints.";

  private static final String NOT_NULL = "_not_null";
  private static final String LEVELS = "_levels";

  /**
   * What a definition demands. That a column is never null is such a rule as well: of Delta's own
   * NOT NULL, which is part of the schema, the writer that makes a table takes no notice, and to
   * declare it would cost each table a commit more.
   */
  static List<Rule> of(TableDefinition table) {
    List<Rule> rules = new ArrayList<>();
    for (Column column : table.columns()) {
      if (column.mandatory()) {
        rules.add(
            new Rule(
                column.name() + NOT_NULL,
                column.name(),
                quoted(column) + " is not null",
                "it is never null"));
      }
      if (!column.levels().isEmpty()) {
        rules.add(levels(column));
      }
    }
    return rules;
  }

  private static Rule levels(Column column) {
    String levels =
        column.levels().stream()
            .map(level -> "'" + level.replace("\\", "\\\\").replace("'", "\\'") + "'")
            .collect(Collectors.joining(", "));
    return new Rule(
        column.name() + LEVELS,
        column.name(),
        "%1$s is null or %1$s in (%2$s)".formatted(quoted(column), levels),
        "it is one of " + column.levels());
  }

  private static String quoted(Column column) {
    return "`" + column.name() + "`";
  }

  /** Whether a property of a table is such a rule, of this definition or an earlier one. */
  static boolean isOurs(String property) {
    return property.startsWith(PROPERTY)
        && (property.endsWith(NOT_NULL) || property.endsWith(LEVELS));
  }

  /**
   * The failure of a write in words for people, when a row broke a rule of ours. It is not given
   * the failure as its cause: that one tells the row's values.
   */
  static Optional<TableException> told(TableDefinition table, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DeltaInvariantViolationException violation) {
        String name = violation.getMessageParameters().get("constraintName");
        return of(table).stream()
            .filter(rule -> rule.name.equalsIgnoreCase(name))
            .map(rule -> new TableException(rule.words(table)))
            .findFirst();
      }
    }
    return Optional.empty();
  }

  private String words(TableDefinition table) {
    return ("%1$s cannot be written: a row breaks the rule of its column %2$s, that %3$s; correct what makes %2$s"
            + " in the conf file of the centre or the study (jobs/hepatica check shows what it makes)")
        .formatted(table.fullName(), column, words);
  }

  /** Its name among a table's properties. */
  String property() {
    return PROPERTY + name.toLowerCase(Locale.ROOT);
  }
}
