package org.hepatica.transform.ingest;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.ColumnMapping;
import org.hepatica.protocol.Center.Join;
import org.hepatica.protocol.Center.RowGroup;
import org.hepatica.protocol.Center.TableMapping;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;

/** What a centre's mappings say, asked in the ways that ingestion needs. */
public final class Mappings {

  private Mappings() {}

  /**
   * The columns that a centre's mappings name, by export; a file without one of them is refused.
   *
   * @param center whose SQL parses
   */
  public static Map<String, Set<String>> columns(Center center) {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    for (TableMapping mapping : center.tables()) {
      sql(mapping)
          .flatMap(text -> SourceSql.parse(text).names().stream())
          .forEach(
              name ->
                  columns
                      .computeIfAbsent(export(mapping, name), export -> new LinkedHashSet<>())
                      .add(name.get(name.size() - 1)));
    }
    return columns;
  }

  /** All SQL of a mapping. */
  static Stream<String> sql(TableMapping mapping) {
    Stream<String> conditions =
        Stream.concat(
            Stream.of(mapping.where()),
            Stream.concat(
                mapping.joins().stream().map(Join::on),
                mapping.each().stream().map(RowGroup::where)));
    return Stream.concat(conditions, columnMappings(mapping).flatMap(Mappings::sql));
  }

  /** Every column mapping, those of the groups included. */
  static Stream<ColumnMapping> columnMappings(TableMapping mapping) {
    return Stream.concat(
        mapping.columns().values().stream(),
        mapping.each().stream().flatMap(group -> group.columns().values().stream()));
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

  private static Stream<String> sql(ColumnMapping column) {
    return Stream.concat(
        Stream.of(column.value()), column.origin().stream().flatMap(Mappings::sql));
  }
}
