package org.hepatica.transform.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hepatica.protocol.Center.TableMapping;
import org.hepatica.protocol.Expression;
import org.hepatica.protocol.NamedColumn;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;

/** What a centre's mappings say, asked in the ways that ingestion needs. */
public final class Mappings {

  private Mappings() {}

  /**
   * The columns of delivered files that a centre's SQL names; a file without one of them is
   * refused.
   *
   * @param expressions of a centre's conf file; what does not parse names none
   */
  public static List<NamedColumn> columns(List<Expression> expressions) {
    List<NamedColumn> columns = new ArrayList<>();
    for (Expression expression : expressions) {
      String from = expression.scope().split(",", 2)[0];
      for (List<String> name : names(expression.sql())) {
        String export = name.size() > 1 ? name.get(0) : from;
        columns.add(new NamedColumn(expression.position(), export, name.get(name.size() - 1)));
      }
    }
    return columns;
  }

  /** The names in SQL; none when it does not parse. */
  static List<List<String>> names(String sql) {
    try {
      return SourceSql.parse(sql).names();
    } catch (Exception e) {
      return List.of();
    }
  }

  /** The registry table of a name. */
  static Optional<TableDefinition> table(String name) {
    return Registry.ALL.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  static TableDefinition table(TableMapping mapping) {
    return table(mapping.table()).orElseThrow();
  }

  /** The export of a name in SQL: its qualifier, else the one that the mapping reads. */
  static String export(TableMapping mapping, List<String> name) {
    return name.size() > 1 ? name.get(0) : mapping.from();
  }
}
