package org.hepatica.transform.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.ColumnMapping;
import org.hepatica.protocol.Center.Export;
import org.hepatica.protocol.Center.Join;
import org.hepatica.protocol.Center.RowGroup;
import org.hepatica.protocol.Center.TableMapping;
import org.hepatica.protocol.Position;
import org.hepatica.table.Column;
import org.hepatica.table.Kind;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;

/** What is wrong with a centre's mappings; each problem names its place and a remedy. */
final class MappingProblems {

  private final Center center;
  private final MappingPlaces places;
  private final List<String> problems = new ArrayList<>();

  private MappingProblems(Center center, Function<String, Optional<Position>> positions) {
    this.center = center;
    this.places = new MappingPlaces(center, positions);
  }

  /**
   * All problems of a centre, without touching data.
   *
   * @param positions where a key of the centre's conf file stands, as far as it is known
   */
  static List<String> of(Center center, Function<String, Optional<Position>> positions) {
    MappingProblems found = new MappingProblems(center, positions);
    center.tables().forEach(found::mapping);
    return found.problems;
  }

  private void mapping(TableMapping mapping) {
    Optional<TableDefinition> table = Mappings.table(mapping.table());
    if (table.isEmpty()) {
      problem(
          mapping,
          "",
          "there is no such table; the registry has "
              + Registry.ALL.stream().map(TableDefinition::name).toList());
      return;
    }
    export(mapping, mapping.from(), "from");
    for (Join join : mapping.joins()) {
      export(mapping, join.export(), "join");
      sql(mapping, "join." + join.export() + ".on", join.on(), true);
    }
    sql(mapping, "where", mapping.where(), true);
    columns(mapping, table.get(), mapping.columns(), "columns");
    for (int i = 0; i < mapping.each().size(); i++) {
      RowGroup group = mapping.each().get(i);
      sql(mapping, "each[" + i + "].where", group.where(), true);
      columns(mapping, table.get(), group.columns(), "each[" + i + "].columns");
      mandatory(mapping, table.get(), group.columns(), "each[" + i + "].columns");
    }
    if (mapping.each().isEmpty()) {
      mandatory(mapping, table.get(), Map.of(), "columns");
    }
  }

  private void export(TableMapping mapping, String export, String key) {
    if (!center.exports().containsKey(export)) {
      problem(
          mapping,
          key,
          "there is no export '%s'; there are %s".formatted(export, center.exports().keySet()));
    }
  }

  private void mandatory(
      TableMapping mapping, TableDefinition table, Map<String, ColumnMapping> own, String key) {
    Map<String, ColumnMapping> all = new LinkedHashMap<>(mapping.columns());
    all.putAll(own);
    own(table).stream()
        .filter(column -> column.mandatory() && !all.containsKey(column.name()))
        .forEach(
            column ->
                problem(
                    mapping,
                    key,
                    "the mandatory column %s (%s) is not mapped; add it"
                        .formatted(column.name(), column.meaning())));
  }

  private void columns(
      TableMapping mapping,
      TableDefinition table,
      Map<String, ColumnMapping> columns,
      String group) {
    columns.forEach(
        (name, from) -> {
          String key = group + "." + name;
          sql(mapping, key + ".value", from.value(), false);
          from.origin().ifPresent(origin -> sql(mapping, key + ".origin", origin.value(), false));
          Optional<Column> column =
              own(table).stream().filter(c -> c.name().equals(name)).findFirst();
          if (column.isPresent()) {
            column(mapping, column.get(), from, key);
          } else if (!isQualifier(table, name)) {
            problem(
                mapping,
                key,
                "the table has no such column; it has "
                    + own(table).stream().map(Column::name).toList());
          }
        });
  }

  private void column(TableMapping mapping, Column column, ColumnMapping from, String key) {
    from.codes().values().stream()
        .filter(level -> !column.levels().isEmpty() && !column.levels().contains(level))
        .forEach(
            level ->
                problem(
                    mapping,
                    key + ".codes",
                    "'%s' is not a level; the levels are %s".formatted(level, column.levels())));
    if (!from.unit().isEmpty()
        && !Units.of(column.name()).contains(from.unit().toLowerCase(Locale.ROOT))) {
      problem(
          mapping,
          key + ".unit",
          "'%s' is not known here; there are %s".formatted(from.unit(), Units.of(column.name())));
    }
    formats(mapping, from, key);
    if (column.kind() == Kind.IDENTIFIER) {
      identifying(mapping, from, key);
    }
  }

  private void formats(TableMapping mapping, ColumnMapping from, String key) {
    for (String format : from.formats()) {
      try {
        if (!Dates.COUNTS.contains(format) && !format.equals(Dates.EXCEL_SERIAL)) {
          Dates.formatter(format);
        }
      } catch (IllegalArgumentException e) {
        problem(
            mapping,
            key + ".format",
            "'%s' is no date format: %s".formatted(format, e.getMessage()));
      }
    }
  }

  /** An identifier must come from a column that was hashed at the door. */
  private void identifying(TableMapping mapping, ColumnMapping from, String key) {
    List<List<String>> names = Mappings.names(from.value());
    boolean hashed =
        names.stream()
            .anyMatch(
                name -> {
                  Export export = center.exports().get(Mappings.export(mapping, name));
                  return export == null
                      || !Accounts.isText(export)
                      || export.identifying().contains(name.get(name.size() - 1));
                });
    if (!names.isEmpty() && !hashed) {
      problem(
          mapping,
          key,
          "it is an identifier, but %s is not among the 'identifying' columns of export %s; add it there"
              .formatted(names, mapping.from()));
    }
  }

  private void sql(TableMapping mapping, String key, String text, boolean condition) {
    SqlCheck.problems(mapping, text, condition).forEach(problem -> problem(mapping, key, problem));
  }

  private void problem(TableMapping mapping, String key, String text) {
    problems.add(places.of(mapping, key) + ": " + text);
  }

  private static boolean isQualifier(TableDefinition table, String name) {
    return own(table).stream()
        .anyMatch(
            column ->
                column.kind() == Kind.QUANTITY
                    && name.equals(column.name() + MappingCompiler.QUALIFIER));
  }

  private static List<Column> own(TableDefinition table) {
    return table.columns().stream().skip(Registry.LINEAGE.size()).toList();
  }
}
