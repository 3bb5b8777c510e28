package org.hepatica.protocol;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Optional;
import java.util.Set;

/** How the text of an export is written. */
final class TextReader {

  private static final Set<String> DELIMITED = Set.of("csv", "tsv");
  private static final Set<String> OWN_ENCODING = Set.of("parquet", "jdbc");

  private TextReader() {}

  static Center.Text read(Cursor c, String format) {
    if (OWN_ENCODING.contains(format)) {
      ExportReader.noEffect(c, "encoding", "the file says it itself");
    }
    if (!DELIMITED.contains(format)) {
      ExportReader.noEffect(c, "splittable", "only csv and tsv are split");
    }
    return new Center.Text(
        separator(c, format), encoding(c), decimal(c, Center.POINT), c.truth("splittable", false));
  }

  private static char separator(Cursor c, String format) {
    Optional<String> delimiter = c.optional("delimiter");
    if (delimiter.isPresent() && !format.equals("csv")) {
      ExportReader.noEffect(c, "delimiter", "only format = csv has a delimiter");
    }
    if (delimiter.filter(Center.Text.AUTO::equals).isPresent()) {
      return Center.Text.FROM_HEADER;
    }
    if (delimiter.filter(d -> d.length() != 1).isPresent()) {
      c.problem(
          "delimiter",
          "'" + delimiter.get() + "' is not one character",
          "write such as \";\", or auto");
    }
    char usual = format.equals("csv") || format.equals("typer") ? ',' : '\t';
    return delimiter.filter(d -> d.length() == 1).map(d -> d.charAt(0)).orElse(usual);
  }

  /** The sign before the fraction of a number. */
  static char decimal(Cursor c, char absent) {
    Optional<String> sign = c.optional("decimal");
    if (sign.filter(s -> !s.equals(".") && !s.equals(",")).isPresent()) {
      c.problem("decimal", "'" + sign.get() + "' is no decimal sign", "write \".\" or \",\"");
    }
    return sign.filter(s -> s.length() == 1).map(s -> s.charAt(0)).orElse(absent);
  }

  private static String encoding(Cursor c) {
    String encoding = c.text("encoding", "UTF-8");
    try {
      if (encoding.equals(Center.Text.AUTO) || Charset.isSupported(encoding)) {
        return encoding;
      }
    } catch (IllegalCharsetNameException e) {
      // falls through to the same problem as a well-formed name that nobody knows
    }
    c.problem(
        "encoding",
        "'" + encoding + "' is no known encoding",
        "write such as UTF-8, ISO-8859-1 or windows-1252, or auto");
    return encoding;
  }
}
