package org.hepatica.source.text;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/**
 * Characters on their way to the CSV library, watched: it knows where each record starts, cuts what
 * is too large, and sees a quote that nobody closes.
 *
 * <p>The library itself throws at its limits and cannot go on, and takes the rest of a file after
 * an open quote for one good record. Here the text is cut while its quotes stay balanced, so that
 * reading goes on with the next record. Blank lines are taken out and every line end becomes {@code
 * \n}, inside quotes too, where the library (3.7.0) loses a cell to a lone carriage return; records
 * and {@linkplain #next marks} correspond one to one.
 */
final class QuoteGuard extends Reader {

  /** Where a record starts and ends, and why it cannot be used: null when it can. */
  record Mark(long line, long last, String rule, String reason) {}

  private enum State {
    RECORD_START,
    FIELD_START,
    PLAIN,
    QUOTED,
    QUOTE_IN_QUOTED,
    AFTER_QUOTED
  }

  private static final char QUOTE = '"';

  private final Reader source;
  private final char separator;
  private final boolean splittable;
  private final Limits limits;
  private final Queue<Mark> marks = new ArrayDeque<>();
  private final char[] in = new char[1 << 13];
  private final char[] out = new char[(1 << 14) + 8];
  private int outFrom;
  private int outTo;
  private boolean ended;

  private State state = State.RECORD_START;
  private boolean afterReturn;
  private long line;
  private long recordLine;
  private long quoteLine;
  private boolean quoteWritten;
  private int fieldLength;
  private int recordLength;
  private int fields;
  private boolean cut;
  private String rule;
  private String reason;

  /**
   * Guards a text.
   *
   * @param delimiter its separator, and the number of its first line
   * @param splittable whether a line end in quotes is a defect that ends its record
   */
  QuoteGuard(Reader source, Delimiter delimiter, boolean splittable, Limits limits) {
    this.source = source;
    this.separator = delimiter.separator();
    this.line = delimiter.firstLine();
    this.splittable = splittable;
    this.limits = limits;
  }

  /** The mark of the next record, in the order in which the library returns records. */
  Mark next() {
    return marks.remove();
  }

  /** Line of the quote that the file never closes, or 0; known once the file has been read. */
  long openQuote() {
    return ended && state == State.QUOTED ? quoteLine : 0;
  }

  /** Reads to the end for what the file is known by then. */
  void drain() throws IOException {
    while (!ended) {
      fill();
      marks.clear();
    }
  }

  /** Reads to the end; gives the last line of each record that starts on one of some lines. */
  Map<Long, Long> lastLines(Set<Long> starts) throws IOException {
    Map<Long, Long> last = new HashMap<>();
    while (!ended) {
      fill();
      for (Mark mark = marks.poll(); mark != null; mark = marks.poll()) {
        if (starts.contains(mark.line())) {
          last.put(mark.line(), mark.last());
        }
      }
    }
    return last;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    while (outFrom == outTo && !ended) {
      fill();
    }
    if (outFrom == outTo) {
      return -1;
    }
    int count = Math.min(length, outTo - outFrom);
    System.arraycopy(out, outFrom, target, offset, count);
    outFrom += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  private void fill() throws IOException {
    outFrom = 0;
    outTo = 0;
    int count = source.read(in);
    if (count < 0) {
      end();
      return;
    }
    int i = 0;
    while (i < count) {
      int run = run(i, count);
      if (run > 0) {
        content(i, run);
        afterReturn = false;
        i += run;
      } else {
        accept(in[i]);
        i++;
      }
    }
  }

  /** How many characters from a place on are nothing but content. */
  private int run(int from, int count) {
    if (state != State.QUOTED && state != State.PLAIN) {
      return 0;
    }
    char stop = state == State.QUOTED ? QUOTE : separator;
    int end = from;
    while (end < count && in[end] != stop && in[end] != '\n' && in[end] != '\r') {
      end++;
    }
    return end - from;
  }

  /** As one after the other, where nothing has to be cut, or is any more. */
  private void content(int from, int run) {
    boolean fits = fieldLength <= limits.field() - run && recordLength <= limits.record() - run;
    if (!fits && !cut) {
      for (int i = from; i < from + run; i++) {
        content(in[i], 1);
      }
      return;
    }
    if (!cut) {
      System.arraycopy(in, from, out, outTo, run);
      outTo += run;
    }
    fieldLength = Math.min(limits.field() + 1, fieldLength + run);
    recordLength = Math.min(limits.record() + 1, recordLength + run);
  }

  private void accept(char c) {
    boolean secondOfPair = c == '\n' && afterReturn;
    afterReturn = c == '\r';
    if (secondOfPair) {
      return;
    }
    char plain = afterReturn ? '\n' : c;
    step(plain);
    if (plain == '\n') {
      line++;
    }
  }

  private void step(char c) {
    switch (state) {
      case RECORD_START -> {
        if (c != '\n') {
          startRecord();
          startField(c);
        }
      }
      case FIELD_START -> startField(c);
      case PLAIN -> plain(c);
      case QUOTED -> quoted(c);
      case QUOTE_IN_QUOTED -> quoteInQuoted(c);
      case AFTER_QUOTED -> structure(c);
    }
  }

  private void startField(char c) {
    if (c == QUOTE) {
      quoteLine = line;
      quoteWritten = !cut;
      write(c, quoteWritten);
      state = State.QUOTED;
    } else {
      plain(c);
    }
  }

  private void plain(char c) {
    if (!structure(c)) {
      state = State.PLAIN;
      content(c, 1);
    }
  }

  private void quoted(char c) {
    if (c == QUOTE) {
      state = State.QUOTE_IN_QUOTED;
    } else if (c == '\n' && splittable) {
      lineEndInQuotes();
      endRecord();
    } else {
      content(c, 1);
    }
  }

  private void lineEndInQuotes() {
    fault(
        "newline",
        "a line ends inside quotes, and 'splittable = true' of the export says that none does; leave that key out of the centre's file, or close the quote");
    write(QUOTE, quoteWritten);
  }

  private void quoteInQuoted(char c) {
    if (c == QUOTE) {
      content(c, 2);
      state = State.QUOTED;
      return;
    }
    write(QUOTE, quoteWritten);
    if (!structure(c)) {
      fault("stray-quote", "text follows a closing quote; double the quotes inside a quoted cell");
      state = State.AFTER_QUOTED;
    }
  }

  /** Takes a separator or a line end; false when it is neither. */
  private boolean structure(char c) {
    if (c == separator) {
      endField();
      return true;
    }
    if (c == '\n') {
      endRecord();
      return true;
    }
    return false;
  }

  private void startRecord() {
    recordLine = line;
    recordLength = 0;
    fields = 1;
    fieldLength = 0;
    cut = false;
    rule = null;
    reason = null;
  }

  private void endField() {
    fields++;
    if (fields > limits.fields()) {
      tooLarge();
      cut = true;
    }
    fieldLength = 0;
    write(separator, !cut);
    state = State.FIELD_START;
  }

  private void endRecord() {
    marks.add(new Mark(recordLine, line, rule, reason));
    write('\n', true);
    state = State.RECORD_START;
  }

  private void content(char c, int times) {
    fieldLength += times;
    recordLength += times;
    if (recordLength > limits.record()) {
      tooLarge();
      cut = true;
      recordLength = limits.record() + 1;
    }
    if (fieldLength > limits.field()) {
      tooLarge();
      fieldLength = limits.field() + 1;
      return;
    }
    for (int i = 0; i < times; i++) {
      write(c, !cut);
    }
  }

  private void end() {
    ended = true;
    if (state == State.QUOTED && splittable) {
      lineEndInQuotes();
      state = State.AFTER_QUOTED;
    }
    if (state == State.QUOTED || state == State.QUOTE_IN_QUOTED) {
      write(QUOTE, quoteWritten);
    }
    if (state != State.RECORD_START) {
      marks.add(new Mark(recordLine, line, rule, reason));
    }
  }

  private void tooLarge() {
    if (rule == null) {
      fault("too-large", limits.reason());
    }
  }

  private void fault(String name, String why) {
    if (rule == null) {
      rule = name;
      reason = why;
    }
  }

  private void write(char c, boolean wanted) {
    if (wanted) {
      out[outTo++] = c;
    }
  }
}
