package org.hepatica.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a centre fills one registry table: a mapping, or a list of them. */
final class MappingReader {

  private final String table;
  private final Map<String, Center.Export> exports;

  MappingReader(String table, Map<String, Center.Export> exports) {
    this.table = table;
    this.exports = exports;
  }

  List<Center.TableMapping> read(Node node) {
    node.reading().target(new Target(node.position(), table, Optional.empty()));
    List<Node> mappings = node.isList() ? node.elements() : List.of(node);
    return mappings.stream().flatMap(each -> Cursor.read(each, this::mapping).stream()).toList();
  }

  private Center.TableMapping mapping(Cursor c) {
    From from = from(c);
    String scope = from.scope();
    ColumnReader reader = new ColumnReader(table, scope, decimal(from.export));
    Map<String, Center.ColumnMapping> columns = c.named("columns", reader::read);
    List<Center.RowGroup> each = new ArrayList<>(c.sections("each", g -> group(g, reader, scope)));
    CheckboxReader checkbox = new CheckboxReader(table, from.export, scope);
    c.section("checkbox", checkbox::read).ifPresent(each::addAll);
    check(c, columns.keySet(), each);
    return new Center.TableMapping(
        table,
        from.export,
        from.joins,
        c.optionalSql("where", scope).orElse("true"),
        columns,
        List.copyOf(each));
  }

  /** The one of the export that is read; one of a name that does not exist has the usual. */
  private char decimal(String export) {
    return Optional.ofNullable(exports.get(export))
        .map(each -> each.text().decimal())
        .orElse(Center.POINT);
  }

  private record From(String export, List<Center.Join> joins) {
    String scope() {
      return Stream.concat(Stream.of(export), joins.stream().map(Center.Join::export))
          .collect(Collectors.joining(","));
    }
  }

  private From from(Cursor c) {
    Optional<Node> node = c.need("from");
    if (node.isPresent() && node.get().isObject()) {
      return Cursor.read(node.get(), this::joined).orElseThrow();
    }
    return new From(
        node.flatMap(n -> Names.known(n, exports.keySet(), "exports")).orElse(""), List.of());
  }

  private From joined(Cursor c) {
    String export = export(c);
    List<Center.Join> joins = new ArrayList<>();
    for (Node node : c.find("join").map(Node::elements).orElse(List.of())) {
      Cursor.read(node, j -> join(j, export, joins)).ifPresent(joins::add);
    }
    return new From(export, List.copyOf(joins));
  }

  /** The condition sees the export, the ones joined before, and the one that it joins. */
  private Center.Join join(Cursor c, String first, List<Center.Join> before) {
    String export = export(c);
    if (export.equals(first) || before.stream().anyMatch(j -> j.export().equals(export))) {
      c.problem("export", "'" + export + "' is joined already", "join each export once");
    }
    String scope = new From(first, before).scope() + "," + export;
    return new Center.Join(export, c.sql("on", scope));
  }

  private String export(Cursor c) {
    c.need("export");
    return c.reference(exports.keySet(), "export", "exports").orElse("");
  }

  private static Center.RowGroup group(Cursor c, ColumnReader reader, String scope) {
    c.need("columns");
    return new Center.RowGroup(
        c.optionalSql("where", scope).orElse("true"), c.named("columns", reader::read));
  }

  private static void check(Cursor c, Set<String> columns, List<Center.RowGroup> each) {
    if (columns.isEmpty() && each.isEmpty()) {
      c.problem("columns", "missing", "say how each column of the table is had");
    }
    for (Center.RowGroup group : each) {
      for (String column : group.columns().keySet()) {
        if (columns.contains(column)) {
          c.problem(
              "columns",
              "'" + column + "' is in columns and in a group of rows",
              "keep it in one of the two");
        }
      }
    }
  }
}
