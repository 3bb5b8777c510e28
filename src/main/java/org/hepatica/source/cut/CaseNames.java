package org.hepatica.source.cut;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hepatica.source.format.Decompressed;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.RefusedFileException;

/** The names on the one line of a case list. */
final class CaseNames {

  private static final Pattern NAME = Pattern.compile("(\\s*)(\\S+)");
  private static final String KEY = "case_list_ids";

  private final Whose whose;
  private long found;

  CaseNames(Whose whose) {
    this.whose = whose;
  }

  Cutting find(Path path, FileContext file) throws IOException {
    Charset charset = TextRecords.charset(path, file);
    LineEdit edit = (number, line) -> without(line, charset);
    try (InputStream in = Decompressed.open(path)) {
      edit.copy(in, OutputStream.nullOutputStream(), charset);
    }
    if (found > 0 && !"\n".equals(new String(new byte[] {'\n'}, charset))) {
      throw new RefusedFileException(
          "names cannot be cut out of the encoding %s; write the file in UTF-8".formatted(charset));
    }
    return found == 0
        ? Cutting.NOTHING
        : new Cutting(
            found, false, Map.of(), target -> TextRecords.write(path, target, charset, edit));
  }

  /** Byte for byte by an encoding of single bytes; what a name is, by the file's own. */
  private byte[] without(byte[] line, Charset charset) {
    String text = new String(line, StandardCharsets.ISO_8859_1);
    int colon = text.indexOf(':');
    String key = colon < 0 ? "" : text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    if (!key.equals(KEY)) {
      return line;
    }
    StringBuilder left = new StringBuilder(text.substring(0, colon + 1));
    Matcher name = NAME.matcher(text.substring(colon + 1));
    int end = 0;
    while (name.find()) {
      end = name.end();
      byte[] bytes = name.group(2).getBytes(StandardCharsets.ISO_8859_1);
      if (whose.is(new String(bytes, charset))) {
        found++;
      } else {
        left.append(name.group());
      }
    }
    left.append(text.substring(colon + 1 + end));
    return left.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
