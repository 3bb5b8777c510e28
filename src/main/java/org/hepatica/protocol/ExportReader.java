package org.hepatica.protocol;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.file.FileSystems;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** An export of a centre. */
final class ExportReader {

  private static final List<String> FORMATS =
      List.of(
          "csv",
          "tsv",
          "parquet",
          "maf",
          "gene-panel-matrix",
          "clinical-sample",
          "gene-panel",
          "case-list",
          "typer",
          "vcf",
          "callable-bed");
  private static final Set<String> TABULAR = Set.of("csv", "tsv", "parquet");
  private static final Set<String> DELIMITED = Set.of("csv", "tsv");

  private ExportReader() {}

  static Optional<Center.Export> read(String name, Node node) {
    return Cursor.read(node, c -> export(c, name));
  }

  private static Center.Export export(Cursor c, String name) {
    c.need("format");
    String format = c.oneOf(FORMATS, "format", "");
    return new Center.Export(
        name,
        files(c),
        format,
        text(c, format),
        identifying(c, format),
        c.texts("missing", List.of()),
        c.texts("required", List.of()),
        ContentReader.read(c));
  }

  private static String files(Cursor c) {
    String glob = c.text("files");
    try {
      FileSystems.getDefault().getPathMatcher("glob:" + glob);
      if (glob.startsWith("/") || glob.contains("..")) {
        c.problem("files", "'" + glob + "' leaves the delivery", "write it inside the delivery");
      }
    } catch (PatternSyntaxException e) {
      c.problem(
          "files",
          "'" + glob + "' is no glob: " + e.getDescription(),
          "write such as \"registry/patients*.csv\"");
    }
    return glob;
  }

  private static Center.Text text(Cursor c, String format) {
    if (format.equals("parquet")) {
      for (String key : List.of("delimiter", "encoding", "decimal", "splittable")) {
        noEffect(c, key, "Parquet says it itself");
      }
    }
    if (!DELIMITED.contains(format)) {
      noEffect(c, "splittable", "only csv and tsv are split");
    }
    return new Center.Text(
        separator(c, format), encoding(c), decimal(c, Center.POINT), c.truth("splittable", false));
  }

  private static void noEffect(Cursor c, String key, String reason) {
    if (c.find(key).isPresent()) {
      c.problem(key, "has no effect", reason + "; leave it out");
    }
  }

  private static char separator(Cursor c, String format) {
    Optional<String> delimiter = c.optional("delimiter");
    if (delimiter.isPresent() && !format.equals("csv") && !format.equals("parquet")) {
      noEffect(c, "delimiter", "only format = csv has a delimiter");
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

  /** Tabular exports say which columns identify people; an empty list says that none does. */
  private static List<String> identifying(Cursor c, String format) {
    if (TABULAR.contains(format) && c.find("identifying").isEmpty()) {
      c.problem(
          "identifying",
          "missing",
          "name the columns that identify people (they become hashes); [] when none does");
    }
    return c.texts("identifying", List.of());
  }
}
