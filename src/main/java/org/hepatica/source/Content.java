package org.hepatica.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.hepatica.source.format.Decompressed;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.RecordReader;
import org.hepatica.source.format.StreamReader;
import org.hepatica.source.format.TextInput;

/** The bytes of a delivered file, hashed as delivered. */
final class Content {

  private Content() {}

  /**
   * SHA-256 of the bytes as delivered; in the same pass the reader looks at the whole content.
   *
   * @throws IOException when the content is broken or the reader refuses it
   */
  static String checkedHash(Path path, RecordReader reader, FileContext file) throws IOException {
    if (!(reader instanceof StreamReader streamed)) {
      reader.check(path, file);
      return hash(path);
    }
    MessageDigest digest = sha256();
    try (InputStream raw = new DigestInputStream(Files.newInputStream(path), digest)) {
      InputStream content = Decompressed.of(raw);
      streamed.check(content, file);
      content.transferTo(OutputStream.nullOutputStream());
      raw.transferTo(OutputStream.nullOutputStream());
    }
    if (TextInput.isToBeFound(file)) {
      try (InputStream content = Decompressed.open(path)) {
        TextInput.refuseUnknown(content, file);
      }
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

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
