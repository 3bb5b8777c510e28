package org.hepatica.source.cut;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.hepatica.source.format.RefusedFileException;

/** What becomes of the physical lines of a text. */
interface LineEdit {

  /**
   * A line as it is to be written.
   *
   * @param number from 1
   * @param line its bytes with those of its end
   * @return null when it goes
   */
  byte[] of(long number, byte[] line) throws IOException;

  /**
   * Copies a text, line by line; lines are counted as the readers count them.
   *
   * @throws RefusedFileException when line ends cannot be told from other bytes of the encoding
   */
  default void copy(InputStream in, OutputStream out, Charset charset) throws IOException {
    int width = width(charset);
    int low = charset.equals(StandardCharsets.UTF_16LE) ? 0 : width - 1;
    InputStream bytes = new BufferedInputStream(in, 1 << 16);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    byte[] unit = new byte[width];
    long number = 1;
    boolean afterReturn = false;
    for (int count = bytes.readNBytes(unit, 0, width);
        count > 0;
        count = bytes.readNBytes(unit, 0, width)) {
      char end = end(unit, count, low);
      if (afterReturn && end != '\n') {
        write(number++, line, out);
      }
      line.write(unit, 0, count);
      afterReturn = end == '\r';
      if (end == '\n') {
        write(number++, line, out);
      }
    }
    if (line.size() > 0) {
      write(number, line, out);
    }
  }

  private void write(long number, ByteArrayOutputStream line, OutputStream out) throws IOException {
    byte[] edited = of(number, line.toByteArray());
    line.reset();
    if (edited != null) {
      out.write(edited);
    }
  }

  /** The line end that some bytes are; 0 for none. */
  private static char end(byte[] unit, int count, int low) {
    boolean isWhole = count == unit.length;
    boolean isAlone = unit.length == 1 || (isWhole && unit[1 - low] == 0);
    char octet = isWhole && isAlone ? (char) (unit[low] & 0xFF) : 0;
    return octet == '\n' || octet == '\r' ? octet : 0;
  }

  /** The bytes of a line end's unit in an encoding. */
  static int width(Charset charset) throws RefusedFileException {
    byte[] ends = charset.canEncode() ? "\r\n".getBytes(charset) : new byte[0];
    if (Arrays.equals(ends, new byte[] {'\r', '\n'})) {
      return 1;
    }
    if (charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE)) {
      return 2;
    }
    throw new RefusedFileException(
        "lines cannot be cut out of the encoding %s; write the file in UTF-8".formatted(charset));
  }
}
