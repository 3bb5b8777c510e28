package org.hepatica.source.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;

/**
 * The records of an open file.
 *
 * @param records read as they are asked for
 * @param content what they are read from
 */
public record OpenRecords(Iterator<SourceRecord> records, Closeable content) implements Closeable {

  @Override
  public void close() throws IOException {
    content.close();
  }
}
