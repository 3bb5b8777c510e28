package org.hepatica.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a column of a registry table is had: SQL alone, or a section that says more. */
final class ColumnReader {

  /** In small letters; capitals do not matter. */
  private static final List<String> UNITS =
      List.of(
          "mm",
          "cm",
          "m",
          "in",
          "days",
          "weeks",
          "months",
          "years",
          "ng/ml",
          "ng/l",
          "ng/dl",
          "ug/l",
          "ug/ml",
          "mcg/l",
          "\u00B5g/l",
          "\u03BCg/l",
          "percent",
          "%",
          "fraction");

  private final String table;
  private final String scope;
  private final char decimal;

  /**
   * For columns of a table whose SQL is over a scope, see {@link Expression}.
   *
   * @param decimal sign of numbers where a column does not say
   */
  ColumnReader(String table, String scope, char decimal) {
    this.table = table;
    this.scope = scope;
    this.decimal = decimal;
  }

  Optional<Center.ColumnMapping> read(String column, Node node) {
    node.reading().target(new Target(node.position(), table, Optional.of(column)));
    return mapping(node);
  }

  private Optional<Center.ColumnMapping> mapping(Node node) {
    if (node.isObject()) {
      return Cursor.read(node, this::section);
    }
    Optional<String> sql = node.text();
    sql.ifPresent(text -> node.reading().expression(node.position(), text, scope));
    return sql.map(text -> plain(text, decimal));
  }

  private Center.ColumnMapping section(Cursor c) {
    String value = c.sql("value", scope);
    Map<String, String> codes = c.textMap("codes");
    List<String> formats = c.oneOrMore("format");
    formats.forEach(format -> DateFormats.checkMapped(c, "format", format));
    String unit = unit(c);
    Optional<Center.ColumnMapping> origin = c.find("origin").flatMap(this::mapping);
    if (!formats.isEmpty() && (!codes.isEmpty() || !unit.isEmpty())) {
      c.problem("format", "a date has no codes or unit", "leave out format, or codes and unit");
    }
    if (origin.isPresent() && formats.stream().noneMatch(DateFormats.RELATIVE::contains)) {
      c.problem(
          "origin",
          "has no effect",
          "write format = days, months or years from it, or leave the key out");
    }
    return new Center.ColumnMapping(
        value,
        codes,
        formats,
        unit,
        origin,
        c.texts("missing", List.of()),
        TextReader.decimal(c, decimal));
  }

  private static String unit(Cursor c) {
    String unit = c.text("unit", "");
    if (!unit.isEmpty() && !UNITS.contains(unit.toLowerCase(Locale.ROOT))) {
      c.problem(
          "unit", "'" + unit + "' is not among the units", Nearest.remedy(unit, UNITS, "units"));
    }
    return unit;
  }

  static Center.ColumnMapping plain(String sql) {
    return plain(sql, Center.POINT);
  }

  private static Center.ColumnMapping plain(String sql, char decimal) {
    return new Center.ColumnMapping(
        sql, Map.of(), List.of(), "", Optional.empty(), List.of(), decimal);
  }
}
