package org.hepatica.source.text;

import java.io.IOException;
import java.io.Reader;

/** Physical lines of a text, each held only up to a limit. */
public final class BoundedLines {

  private final Reader source;
  private final int limit;
  private final char[] buffer = new char[1 << 13];
  private final StringBuilder text = new StringBuilder();
  private int at;
  private int filled;
  private String line;
  private long number;
  private boolean cut;
  private boolean afterReturn;

  /** Lines of a text, cut at so many characters. */
  public BoundedLines(Reader text, int limit) {
    this(text, 1, limit);
  }

  /** Lines of a part of a text. */
  BoundedLines(Reader part, long firstLine, int limit) {
    this.number = firstLine - 1;
    this.source = part;
    this.limit = limit;
  }

  /** Goes to the next line; false after the last. */
  public boolean next() throws IOException {
    text.setLength(0);
    line = null;
    cut = false;
    if (afterReturn && isFilled() && buffer[at] == '\n') {
      at++;
    }
    afterReturn = false;
    if (!isFilled()) {
      return false;
    }
    number++;
    while (isFilled()) {
      int end = at;
      while (end < filled && buffer[end] != '\n' && buffer[end] != '\r') {
        end++;
      }
      append(end);
      at = end;
      if (end < filled) {
        afterReturn = buffer[at++] == '\r';
        return true;
      }
    }
    return true;
  }

  private void append(int end) {
    int count = Math.min(end - at, limit - text.length());
    text.append(buffer, at, count);
    cut |= count < end - at;
  }

  private boolean isFilled() throws IOException {
    while (at == filled) {
      filled = source.read(buffer);
      at = 0;
      if (filled < 0) {
        filled = 0;
        return false;
      }
    }
    return true;
  }

  /** The line without its end. */
  public String text() {
    if (line == null) {
      line = text.toString();
    }
    return line;
  }

  /** Number of the line, from 1. */
  public long number() {
    return number;
  }

  /** Whether the line was longer than the limit. */
  public boolean cut() {
    return cut;
  }
}
