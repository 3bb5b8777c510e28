package org.hepatica.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hepatica.source.format.Decompressed;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.FilePart;
import org.hepatica.source.format.TextInput;

/** Where a large file of lines can be parted, so that several tasks read it. */
final class Parts {

  private static final int BUFFER = 1 << 20;

  private final long size;
  private final List<FilePart> parts = new ArrayList<>();
  private long from;
  private long firstLine = 1;
  private long line = 1;

  private Parts(long size) {
    this.size = size;
  }

  /**
   * Parts of whole lines that are about so large, in order: their lines are counted, once over the
   * file. None when the file must be read as one: it is small, compressed, or its line ends are not
   * single bytes.
   */
  static List<FilePart> of(Path path, FileContext file, long size) throws IOException {
    if (Files.size(path) <= size || Decompressed.isCompressed(path) || !isOfBytes(path, file)) {
      return List.of();
    }
    Parts parts = new Parts(size);
    try (InputStream in = Files.newInputStream(path)) {
      parts.count(in);
    }
    return parts.parts;
  }

  /** Whether a byte that looks like a line end is one. */
  private static boolean isOfBytes(Path path, FileContext file) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      var charset = TextInput.open(in, file).charset();
      return charset.name().equals("UTF-8")
          || (charset.canEncode()
              && charset.newEncoder().maxBytesPerChar() == 1
              && "\n\r".equals(new String(new byte[] {'\n', '\r'}, charset)));
    }
  }

  private void count(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long place = 0;
    boolean afterReturn = false;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      for (int i = 0; i < count; i++, place++) {
        byte octet = buffer[i];
        if (afterReturn && octet != '\n') {
          lineBegins(place);
        }
        afterReturn = octet == '\r';
        if (octet == '\n') {
          lineBegins(place + 1);
        }
      }
    }
    if (place > from) {
      parts.add(new FilePart(from, place, firstLine));
    }
  }

  private void lineBegins(long place) {
    line++;
    if (place - from >= size) {
      parts.add(new FilePart(from, place, firstLine));
      from = place;
      firstLine = line;
    }
  }
}
