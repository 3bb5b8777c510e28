package org.hepatica.ml.file;

/**
 * Finds a quote that is never closed, byte by byte. Spark would take the rest of the file for one
 * cell and say nothing.
 */
final class OpenQuote {

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

  /**
   * @param comment what begins a line that is none of the table; -1 for nothing
   */
  OpenQuote(char separator, int comment) {
    this.separator = separator;
    this.comment = comment;
  }

  /** The line of the byte that comes next, from 1. */
  long line() {
    return line;
  }

  /**
   * Refuses a quote that is open where the file ends.
   *
   * @throws DataFileException if one is
   */
  void refuse() {
    if (state == State.QUOTED) {
      throw new DataFileException(
          "the quote that opens a cell in line %d is never closed: close it, or write \"\" for a quote inside a quoted cell"
              .formatted(opened));
    }
  }

  /** Bytes do: in UTF-8, Latin-1 and the like no byte of another character looks like these. */
  void take(byte next) {
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
    if (atLineStart && comment >= 0 && next == comment) {
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
