package org.hepatica.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shorthand for a checkbox field, which REDCap exports as a column a choice: {@code checkbox {
 * column = site, codes { "1" = liver }, as = site }} is a row with site liver where {@code
 * site___1} is 1.
 */
final class CheckboxReader {

  private final String table;
  private final String from;
  private final String scope;

  CheckboxReader(String table, String from, String scope) {
    this.table = table;
    this.from = from;
    this.scope = scope;
  }

  List<Center.RowGroup> read(Cursor c) {
    String field = c.text("column");
    String as = c.text("as");
    Map<String, String> codes = c.textMap("codes");
    if (c.need("codes").isPresent() && codes.isEmpty()) {
      c.problem("codes", "no code", "write such as codes { \"1\" = liver, \"2\" = lung }");
    }
    c.find("as")
        .ifPresent(node -> c.reading().target(new Target(node.position(), table, Optional.of(as))));
    return codes.entrySet().stream()
        .map(code -> row(c, field, code.getKey(), as, code.getValue()))
        .toList();
  }

  private Center.RowGroup row(Cursor c, String field, String code, String as, String level) {
    String column = "`" + field + "___" + code.replace('-', '_') + "`";
    String where = (scope.contains(",") ? "`" + from + "`." + column : column) + " = '1'";
    c.find("column").ifPresent(node -> c.reading().expression(node.position(), where, scope));
    String literal = "'" + level.replace("\\", "\\\\").replace("'", "\\'") + "'";
    return new Center.RowGroup(where, Map.of(as, ColumnReader.plain(literal)));
  }
}
