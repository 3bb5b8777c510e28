package org.hepatica.source.format;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes to characters: a byte-order mark, else the declared encoding; and which texts cannot be of
 * it.
 */
public final class TextInput {

  /** What a byte sequence that is not of the encoding becomes. */
  public static final char UNREADABLE = '\uFFFD';

  private static final String AUTO = "auto";
  private static final int LONGEST_MARK = 3;

  private final BufferedReader reader;
  private final Charset charset;
  private final boolean ofSingleBytes;

  private TextInput(InputStream in, Charset charset) {
    this.charset = charset;
    this.ofSingleBytes = charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
    this.reader =
        new BufferedReader(
            new InputStreamReader(
                in,
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)),
            1 << 16);
  }

  /**
   * The text of a file. A byte-order mark of UTF-8 or UTF-16 is skipped and wins over the declared
   * encoding; what declares none is UTF-8. Bytes that cannot be decoded become {@link #UNREADABLE}.
   */
  public static TextInput open(InputStream in, FileContext file) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
    bytes.mark(LONGEST_MARK);
    byte[] start = bytes.readNBytes(LONGEST_MARK);
    bytes.reset();
    Charset marked = marked(start);
    if (marked == null) {
      return new TextInput(bytes, declared(file));
    }
    bytes.skipNBytes(marked.equals(StandardCharsets.UTF_8) ? LONGEST_MARK : LONGEST_MARK - 1);
    return new TextInput(bytes, marked);
  }

  /** A later part of the same file's text. */
  public TextInput continued(InputStream part) {
    return new TextInput(part, charset);
  }

  /** The characters. */
  public BufferedReader reader() {
    return reader;
  }

  /** The encoding that was found or declared. */
  public Charset charset() {
    return charset;
  }

  /**
   * Why a text of the file is not what was written, with the remedy; null when nothing speaks
   * against it. Of an encoding of single bytes, which any bytes seem to be of, two kinds are found
   * out: UTF-8, and control characters that nobody types.
   */
  public String fault(String text) {
    boolean ascii = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == UNREADABLE) {
        return "bytes that are not of the encoding %s; set 'encoding' of the export in the centre's file"
            .formatted(charset);
      }
      if (c == 0) {
        return "a character NUL, which is no text; if the file is UTF-16 without a mark, set 'encoding' of the export to UTF-16LE or UTF-16BE, else correct it at the centre";
      }
      ascii &= c < 0x80;
    }
    return ascii || !ofSingleBytes ? null : misread(text);
  }

  private String misread(String text) {
    if (isUtf8(text.getBytes(charset))) {
      return "bytes that are UTF-8, and would be misread as %s; set 'encoding' of the export in the centre's file to UTF-8"
          .formatted(charset);
    }
    return text.chars().anyMatch(c -> c >= 0x80 && c < 0xA0)
        ? "control characters by the encoding %s; set 'encoding' of the export in the centre's file, such as to windows-1252"
            .formatted(charset)
        : null;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static Charset declared(FileContext file) {
    return file.encoding().equals(AUTO) ? StandardCharsets.UTF_8 : Charset.forName(file.encoding());
  }

  private static Charset marked(byte[] start) {
    if (start.length == LONGEST_MARK && is(start, 0xEF, 0xBB) && (start[2] & 0xFF) == 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (is(start, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    return is(start, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean is(byte[] start, int first, int second) {
    return start.length > 1 && (start[0] & 0xFF) == first && (start[1] & 0xFF) == second;
  }

  /** Whether the conf file leaves the encoding of a file to be found. */
  public static boolean isToBeFound(FileContext file) {
    return file.encoding().equals(AUTO);
  }

  /**
   * Refuses a file whose conf declares no encoding and whose bytes show none.
   *
   * @throws RefusedFileException with the line and the place in it
   */
  public static void refuseUnknown(InputStream in, FileContext file) throws IOException {
    TextInput text = open(in, file);
    long line = 1;
    long place = 0;
    int before = 0;
    for (int c = text.reader.read(); c >= 0; c = text.reader.read()) {
      boolean ends = c == '\n' || c == '\r';
      line += c == '\r' || (c == '\n' && before != '\r') ? 1 : 0;
      place = ends ? 0 : place + 1;
      before = c;
      if (c == UNREADABLE || c == 0) {
        throw new RefusedFileException(
            "line %d, character %d is not %s, and 'encoding = auto' takes nothing else without a byte-order mark; name the encoding of the export, such as windows-1252 or UTF-16LE"
                .formatted(line, place, text.charset));
      }
    }
  }
}
