package org.hepatica.source.format;

import java.io.IOException;
import java.nio.file.Path;

/** A reader of lines, several of which can share a file that holds no line end in a cell. */
public interface SplitReader extends StreamReader {

  /** The records that begin in a part of a file, in all as {@link RecordReader#open} has them. */
  OpenRecords open(Path path, FileContext file, FilePart part) throws IOException;
}
