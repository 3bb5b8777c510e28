package org.hepatica.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * A column of delivered files that a centre's conf file names: to be held against the files by
 * whoever reads them.
 *
 * @param position where it is named
 * @param export the export whose files must have it
 * @param column the column
 */
public record NamedColumn(Position position, String export, String column) {

  /**
   * The columns that a centre's exports require, call identifying, or tell records and deletions
   * by.
   */
  static List<NamedColumn> ofExports(ConfFile<ServedCenter> file, Center center) {
    List<NamedColumn> columns = new ArrayList<>();
    for (Center.Export export : center.exports().values()) {
      String key = Keys.child("center.exports", export.name());
      add(columns, file, export.name(), Keys.child(key, "required"), export.required());
      add(columns, file, export.name(), Keys.child(key, "identifying"), export.identifying());
      add(columns, file, export.name(), Keys.child(key, "key"), export.content().key());
      export
          .content()
          .tombstone()
          .ifPresent(
              tombstone ->
                  add(
                      columns,
                      file,
                      export.name(),
                      Keys.child(key, "tombstone.column"),
                      List.of(tombstone.column())));
    }
    return List.copyOf(columns);
  }

  private static void add(
      List<NamedColumn> columns, ConfFile<?> file, String export, String key, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      String element = Keys.element(key, i);
      int line = file.outline().line(element).orElse(file.outline().line(key).orElse(0));
      columns.add(new NamedColumn(new Position(file.file(), line, element), export, names.get(i)));
    }
  }
}
