package org.hepatica.ml.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a file is by its first bytes, whatever its name says. */
enum FileKind {
  /** Plain, or with an encrypted footer. */
  PARQUET("PAR1", "PARE"),
  GZIP("\u001f\u008b"),
  /** An archive, and what is one inside: a workbook of today's Excel. */
  ZIP("PK\u0003\u0004"),
  /** A workbook of an old Excel. */
  OLD_OFFICE("\u00d0\u00cf\u0011\u00e0"),
  UTF_16("\u00ff\u00fe", "\u00fe\u00ff"),
  OTHER;

  private static final int LONGEST = 4;

  private final String[] beginnings;

  FileKind(String... beginnings) {
    this.beginnings = beginnings;
  }

  static FileKind of(Path file) throws IOException {
    String first;
    try (InputStream in = Files.newInputStream(file)) {
      // Latin-1 takes each byte for the character of its number.
      first = new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
    }
    return Arrays.stream(values())
        .filter(kind -> Arrays.stream(kind.beginnings).anyMatch(first::startsWith))
        .findFirst()
        .orElse(OTHER);
  }

  /** Whether a spreadsheet program may have written it. */
  boolean isWorkbook() {
    return this == ZIP || this == OLD_OFFICE;
  }
}
