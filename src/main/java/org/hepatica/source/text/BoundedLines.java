package org.hepatica.source.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** Physical lines of a text, each held only up to a limit. */
public final class BoundedLines {

  private final BufferedReader source;
  private final int limit;
  private final StringBuilder text = new StringBuilder();
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
    this.source =
        part instanceof BufferedReader buffered ? buffered : new BufferedReader(part, 1 << 16);
    this.limit = limit;
  }

  /** Goes to the next line; false after the last. */
  public boolean next() throws IOException {
    text.setLength(0);
    cut = false;
    int c = first();
    if (c < 0) {
      return false;
    }
    number++;
    while (c >= 0 && c != '\n' && c != '\r') {
      if (text.length() < limit) {
        text.append((char) c);
      } else {
        cut = true;
      }
      c = source.read();
    }
    afterReturn = c == '\r';
    return true;
  }

  /** The line without its end. */
  public String text() {
    return text.toString();
  }

  /** Number of the line, from 1. */
  public long number() {
    return number;
  }

  /** Whether the line was longer than the limit. */
  public boolean cut() {
    return cut;
  }

  private int first() throws IOException {
    int c = source.read();
    return afterReturn && c == '\n' ? source.read() : c;
  }
}
