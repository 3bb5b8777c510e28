package org.hepatica.ml.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Looks through the bytes of text files for what Spark would read on over without a word: a quote
 * that is never closed, bytes of another encoding.
 */
final class TextCheck {

  private static final int BUFFER = 1 << 16;
  private static final String GZ = ".gz";

  private TextCheck() {}

  /**
   * Looks through a file, or the files of a folder.
   *
   * @throws DataFileException if a quote is open where a file ends, a byte is not of the encoding,
   *     or a file is packed otherwise than its name says
   */
  static void refuse(Path path, TextFormat format) throws IOException {
    for (Path file : DataFile.files(path)) {
      look(file, format);
    }
  }

  /** The bytes of a file, decompressed where its name says so. */
  static InputStream open(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    return file.toString().endsWith(GZ) ? new GZIPInputStream(raw, BUFFER) : raw;
  }

  private static void look(Path file, TextFormat format) throws IOException {
    requirePacked(file);
    OpenQuote quote = new OpenQuote(format.separator(), format.comment());
    Utf8Check characters = new Utf8Check();
    boolean utf8 = format.encoding().equals(StandardCharsets.UTF_8);
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = open(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        for (int i = 0; i < n; i++) {
          byte next = buffer[i];
          if (utf8 && (next < 0 || characters.isInside()) && !characters.take(next)) {
            throw malformed(quote.line());
          }
          quote.take(next);
        }
      }
    } catch (EOFException e) {
      throw new DataFileException("its gzip ends too early: copy the file again", e);
    } catch (ZipException e) {
      throw new DataFileException("its gzip is damaged: copy the file again", e);
    }
    if (utf8 && characters.isInside()) {
      throw malformed(quote.line());
    }
    quote.refuse();
  }

  private static void requirePacked(Path file) throws IOException {
    boolean named = file.toString().endsWith(GZ);
    FileKind kind = FileKind.of(file);
    if (kind.isWorkbook()) {
      throw new DataFileException(
          "it is an Excel workbook or another archive, no text: save the sheet as CSV (UTF-8), and"
              + " give that");
    }
    if (kind == FileKind.UTF_16) {
      throw new DataFileException("it is UTF-16: convert it to UTF-8");
    }
    if (named && kind != FileKind.GZIP) {
      throw new DataFileException(
          "its name ends in .gz, but it is not compressed by gzip: take .gz off the name, or"
              + " compress it");
    }
    if (!named && kind == FileKind.GZIP) {
      throw new DataFileException(
          "it is compressed by gzip, but its name does not say so: end the name in .gz");
    }
  }

  private static DataFileException malformed(long line) {
    return new DataFileException(
        "line %d has a byte that is no UTF-8: say its encoding, as --encoding ISO-8859-1 (Latin-1) or windows-1252, or convert the file to UTF-8"
            .formatted(line));
  }
}
