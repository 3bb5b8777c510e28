package org.hepatica.source.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of a file, decompressed when they are gzip, whatever the file's name. */
public final class Decompressed {

  private static final int BUFFER = 1 << 16;

  private Decompressed() {}

  /** The content of a file. */
  public static InputStream open(Path path) throws IOException {
    InputStream raw = Files.newInputStream(path);
    try {
      return of(raw);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /** The content of a stream. */
  public static InputStream of(InputStream raw) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(raw, BUFFER);
    return isGzip(bytes) ? new WholeGzip(bytes) : bytes;
  }

  /** Whether a file is compressed. */
  public static boolean isCompressed(Path path) throws IOException {
    try (BufferedInputStream bytes = new BufferedInputStream(Files.newInputStream(path), 2)) {
      return isGzip(bytes);
    }
  }

  private static boolean isGzip(BufferedInputStream bytes) throws IOException {
    bytes.mark(2);
    int first = bytes.read();
    int second = bytes.read();
    bytes.reset();
    return first == 0x1F && second == 0x8B;
  }

  /**
   * Gzip of any number of members, of which none is lost: where the header of a further member is
   * broken, Java takes the content to be over and says nothing. Zeros may follow, which fill a
   * block of a tape.
   */
  private static final class WholeGzip extends GZIPInputStream {

    private static final int TRAILER = 8;
    private boolean over;

    WholeGzip(InputStream in) throws IOException {
      super(in, BUFFER);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      if (count < 0 && !over) {
        over = true;
        refuseRest();
      }
      return count;
    }

    private void refuseRest() throws IOException {
      for (int i = len - inf.getRemaining() + TRAILER; i < len; i++) {
        refuse(buf[i]);
      }
      for (int next = in.read(); next >= 0; next = in.read()) {
        refuse(next);
      }
    }

    private static void refuse(int octet) throws ZipException {
      if (octet != 0) {
        throw new ZipException("what follows a part of the archive is no further part");
      }
    }
  }
}
