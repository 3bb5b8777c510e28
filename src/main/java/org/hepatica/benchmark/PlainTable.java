package org.hepatica.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A table's columns as files of bare numbers, for base R's {@code readBin}: no package is needed to
 * read them and reading takes seconds.
 */
public final class PlainTable {

  private static final int SUBJECTS_A_BUFFER = 1 << 16;

  private final SurvivalTable table;

  private PlainTable(SurvivalTable table) {
    this.table = table;
  }

  /** The columns of a table. */
  public static PlainTable of(SurvivalTable table) {
    return new PlainTable(table);
  }

  /** Whether all columns are there, whole. */
  public boolean exists() {
    for (PlainColumn column : PlainColumn.values()) {
      Path file = table.plain().resolve(column.fileName());
      if (file.toFile().length() != table.subjects() * column.bytes()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Writes the columns, whatever stood there.
   *
   * @throws IOException when a file cannot be written
   */
  public void write() throws IOException {
    Files.createDirectories(table.plain());
    List<OutputStream> files = new ArrayList<>();
    try {
      for (PlainColumn column : PlainColumn.values()) {
        files.add(Files.newOutputStream(table.plain().resolve(column.fileName())));
      }
      write(files);
    } finally {
      for (OutputStream file : files) {
        file.close();
      }
    }
  }

  private void write(List<OutputStream> files) throws IOException {
    Iterator<Subject> subjects = table.all().iterator();
    while (subjects.hasNext()) {
      List<Subject> some = new ArrayList<>(SUBJECTS_A_BUFFER);
      while (subjects.hasNext() && some.size() < SUBJECTS_A_BUFFER) {
        some.add(subjects.next());
      }
      for (PlainColumn column : PlainColumn.values()) {
        files.get(column.ordinal()).write(bytes(column, some));
      }
    }
  }

  private static byte[] bytes(PlainColumn column, List<Subject> subjects) {
    byte[] bytes = new byte[subjects.size() * column.bytes()];
    int place = 0;
    for (Subject subject : subjects) {
      place = column.put(subject, bytes, place);
    }
    return bytes;
  }
}
