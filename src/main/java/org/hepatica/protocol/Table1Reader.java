package org.hepatica.protocol;

import java.util.List;
import java.util.Map;

/** Table 1 of a study. */
final class Table1Reader {

  private static final List<String> SHOW =
      List.of("count", "yes", "median-range", "median-quartiles");

  private Table1Reader() {}

  static Study.Table1 read(Cursor c, StudyNames names) {
    c.need("by");
    List<Study.Row> rows = c.sections("rows", Table1Reader::row);
    if (c.need("rows").isPresent() && rows.isEmpty()) {
      c.problem("rows", "no row", "add one, or leave table1 out");
    }
    Names.distinct(c, "rows", rows, Study.Row::id);
    return new Study.Table1(
        c.text("title", "Table 1"),
        c.reference(names.groupings(), "by", "groupings").orElse(""),
        rows);
  }

  private static Study.Row row(Cursor c) {
    String id = c.name("id");
    c.need("show");
    String show = c.oneOf(SHOW, "show", "");
    Map<String, String> levels = c.textMap("levels");
    String level = c.text("level", "yes");
    if (show.equals("count") && levels.isEmpty()) {
      c.problem("levels", "missing", "name the levels that show = count lists, with labels");
    }
    if (!show.equals("count") && !show.isEmpty() && c.find("levels").isPresent()) {
      c.problem("levels", "has no effect", "write show = count, or leave this key out");
    }
    if (!show.equals("yes") && !show.isEmpty() && c.find("level").isPresent()) {
      c.problem("level", "has no effect", "write show = yes, or leave this key out");
    }
    return new Study.Row(
        id, c.text("label", id), c.sql("value", Expression.SUBJECT), show, levels, level);
  }
}
