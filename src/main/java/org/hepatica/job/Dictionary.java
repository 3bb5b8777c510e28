package org.hepatica.job;

import java.util.List;
import java.util.stream.Stream;
import org.hepatica.table.Column;
import org.hepatica.table.Counted;
import org.hepatica.table.Genomic;
import org.hepatica.table.Gold;
import org.hepatica.table.Keeping;
import org.hepatica.table.Layer;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;
import org.hepatica.table.Registry;
import org.hepatica.table.Results;
import org.hepatica.table.TableDefinition;

/** The data dictionary in Markdown, printed from the tables' definitions. */
final class Dictionary {

  private Dictionary() {}

  /** Every table of the lake, from bronze to runs. */
  static List<TableDefinition> tables() {
    return Stream.of(
            Operational.ALL,
            Registry.ALL,
            Genomic.ALL,
            Gold.ALL,
            Counted.ALL,
            Results.ALL,
            Refresh.ALL,
            Keeping.ALL)
        .flatMap(List::stream)
        .sorted(java.util.Comparator.comparing(TableDefinition::layer))
        .toList();
  }

  /** The tables that a run's manifest names the versions of: all but that of runs itself. */
  static List<TableDefinition> versioned() {
    return tables().stream().filter(table -> table.layer() != Layer.RUN).toList();
  }

  static String markdown() {
    StringBuilder text = new StringBuilder("# Data dictionary\n\n");
    text.append("Printed by `jobs/hepatica dictionary` from `org.hepatica.table`.\n");
    tables().forEach(table -> table(text, table));
    return text.toString();
  }

  private static void table(StringBuilder text, TableDefinition table) {
    text.append("\n## ").append(table.fullName());
    text.append("\n\nA row is ").append(table.meaning()).append('.');
    if (!table.key().isEmpty()) {
      text.append(" Key: ").append(String.join(", ", table.key())).append('.');
    }
    text.append("\n\n| column | kind | must be | meaning |\n| --- | --- | --- | --- |\n");
    table.columns().forEach(column -> column(text, column));
  }

  private static void column(StringBuilder text, Column column) {
    String levels =
        column.levels().isEmpty() ? "" : " (" + String.join(" / ", column.levels()) + ")";
    text.append("| ").append(column.name());
    text.append(" | ").append(column.kind().name().toLowerCase(java.util.Locale.ROOT));
    text.append(" | ").append(column.mandatory() ? "yes" : "");
    text.append(" | ").append(column.meaning()).append(levels).append(" |\n");
  }
}
