package org.hepatica.source.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes to characters: the declared encoding, a byte-order mark, and bytes that are neither. */
public final class TextInput {

  /** What a byte sequence that is not of the encoding becomes. */
  public static final char UNREADABLE = '\uFFFD';

  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private TextInput() {}

  /**
   * The text of a file. A UTF-8 byte-order mark is skipped and wins over the declared encoding;
   * bytes that cannot be decoded become {@link #UNREADABLE}.
   */
  public static Reader reader(InputStream in, FileContext file) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
    Charset charset =
        startsWithMark(bytes) ? StandardCharsets.UTF_8 : Charset.forName(file.encoding());
    return new InputStreamReader(
        bytes,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE));
  }

  private static boolean startsWithMark(BufferedInputStream bytes) throws IOException {
    bytes.mark(UTF_8_MARK.length);
    byte[] start = bytes.readNBytes(UTF_8_MARK.length);
    if (Arrays.equals(start, UTF_8_MARK)) {
      return true;
    }
    bytes.reset();
    return false;
  }
}
