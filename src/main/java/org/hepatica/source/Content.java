package org.hepatica.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.RecordReader;

/** The bytes of a delivered file: decompressed, and hashed as delivered. */
final class Content {

  private static final int BUFFER = 1 << 16;

  private Content() {}

  /** The content, decompressed when it is gzip, whatever the file's name. */
  static InputStream open(Path path) throws IOException {
    return decompressed(Files.newInputStream(path));
  }

  /**
   * SHA-256 of the bytes as delivered; in the same pass the reader looks at the whole content.
   *
   * @throws IOException when the content is broken or the reader refuses it
   */
  static String checkedHash(Path path, RecordReader reader, FileContext file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream raw = new DigestInputStream(Files.newInputStream(path), digest)) {
      BufferedInputStream bytes = new BufferedInputStream(raw, BUFFER);
      reader.check(decompressed(bytes), file);
      bytes.transferTo(OutputStream.nullOutputStream());
      raw.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** SHA-256 of the bytes as delivered. */
  static String hash(Path path) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream raw = new DigestInputStream(Files.newInputStream(path), digest)) {
      raw.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static InputStream decompressed(InputStream raw) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(raw, BUFFER);
    bytes.mark(2);
    int first = bytes.read();
    int second = bytes.read();
    bytes.reset();
    return first == 0x1F && second == 0x8B ? new GZIPInputStream(bytes, BUFFER) : bytes;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
