package org.hepatica.ml.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Finds a quote that is never closed. Spark would take the rest of the file for one cell and say
 * nothing.
 */
final class OpenQuote {

  private static final int BUFFER = 1 << 16;

  /** Where in a cell the reader is. */
  private enum State {
    BEGIN,
    PLAIN,
    QUOTED,
    CLOSING,
    COMMENT
  }

  private final int separator;
  private final int comment;
  private State state = State.BEGIN;
  private boolean atLineStart = true;
  private long line = 1;
  private long opened;

  private OpenQuote(char separator, int comment) {
    this.separator = separator;
    this.comment = comment;
  }

  /**
   * Looks through a file, or the files of a folder.
   *
   * @param comment what begins a line that is none of the table; -1 for nothing
   * @throws DataFileException if a quote is open where a file ends
   */
  static void refuse(Path path, char separator, int comment) {
    try (Stream<Path> tree = Files.walk(path)) {
      for (Path file : tree.filter(Files::isRegularFile).filter(DataFile::isData).toList()) {
        OptionalLong line = new OpenQuote(separator, comment).line(file);
        if (line.isPresent()) {
          throw new DataFileException(
              "the quote that opens a cell in line %d is never closed: close it, or write \"\" for a quote inside a quoted cell"
                  .formatted(line.getAsLong()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line of a quote that is open at the end. */
  private OptionalLong line(Path file) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = opened(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        for (int i = 0; i < n; i++) {
          take(buffer[i]);
        }
      }
    }
    return state == State.QUOTED ? OptionalLong.of(opened) : OptionalLong.empty();
  }

  private static InputStream opened(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(raw, BUFFER) : raw;
  }

  /** Bytes do: in UTF-8 no byte of another character looks like one of these. */
  private void take(byte next) {
    boolean ends = next == '\n' || next == '\r';
    if (next == '\n') {
      line++;
    }
    switch (state) {
      case QUOTED -> state = next == '"' ? State.CLOSING : State.QUOTED;
      case COMMENT -> state = ends ? State.BEGIN : State.COMMENT;
      case CLOSING -> close(next, ends);
      case PLAIN -> state = ends || next == separator ? State.BEGIN : State.PLAIN;
      default -> begin(next, ends);
    }
    atLineStart = ends && state == State.BEGIN;
  }

  private void begin(byte next, boolean ends) {
    if (atLineStart && next == comment) {
      state = State.COMMENT;
    } else if (next == '"') {
      state = State.QUOTED;
      opened = line;
    } else if (!ends && next != separator && next != ' ' && next != '\t' && !isMark(next)) {
      state = State.PLAIN;
    }
  }

  /** A byte of the mark that some programs begin UTF-8 with: the first cell begins after it. */
  private static boolean isMark(byte next) {
    return next == (byte) 0xEF || next == (byte) 0xBB || next == (byte) 0xBF;
  }

  /** After a quote inside a quoted cell: the second of two, the end, or text that goes on. */
  private void close(byte next, boolean ends) {
    if (next == '"') {
      state = State.QUOTED;
    } else if (ends || next == separator) {
      state = State.BEGIN;
    } else if (next != ' ' && next != '\t') {
      state = State.PLAIN;
    }
  }
}
