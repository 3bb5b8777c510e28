package org.hepatica.portal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.hepatica.transform.portal.PortalAttribute.Type;

/** Clinical data: four lines about its columns, their names, then a line a patient or sample. */
final class ClinicalFile implements Closeable {

  /** A column: its name, what it is called, what it says, and its type. */
  record Attribute(String name, String label, String description, Type type) {

    static Attribute text(String name, String label, String description) {
      return new Attribute(name, label, description, Type.STRING);
    }
  }

  private final TabFile file;

  ClinicalFile(Path path, List<Attribute> columns) throws IOException {
    file = new TabFile(path);
    file.comment(each(columns, Attribute::label));
    file.comment(each(columns, Attribute::description));
    file.comment(each(columns, column -> column.type().name()));
    file.comment(each(columns, column -> "1"));
    file.line(each(columns, Attribute::name));
  }

  void line(List<String> cells) throws IOException {
    file.line(cells);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static List<String> each(List<Attribute> columns, Function<Attribute, String> part) {
    return columns.stream().map(part).toList();
  }
}
