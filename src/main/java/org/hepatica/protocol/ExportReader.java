package org.hepatica.protocol;

import java.nio.file.FileSystems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** An export of a centre. */
final class ExportReader {

  /** Not a file of the centre's: the extract that is made of a database. */
  private static final String JDBC = "jdbc";

  private static final List<String> FORMATS =
      List.of(
          "csv",
          "tsv",
          "parquet",
          JDBC,
          "maf",
          "gene-panel-matrix",
          "clinical-sample",
          "gene-panel",
          "case-list",
          "typer",
          "vcf",
          "callable-bed");
  private static final Set<String> TABULAR = Set.of("csv", "tsv", "parquet", JDBC);

  private ExportReader() {}

  static Optional<Center.Export> read(String name, Node node) {
    return Cursor.read(node, c -> export(c, name));
  }

  private static Center.Export export(Cursor c, String name) {
    c.need("format");
    String format = c.oneOf(FORMATS, "format", "");
    String files = format.equals(JDBC) ? extract(c, name) : files(c);
    Center.Content content = ContentReader.read(c);
    List<String> identifying = identifying(c, format);
    List<String> required = c.texts("required", List.of());
    return new Center.Export(
        name,
        files,
        format,
        TextReader.read(c, format),
        identifying,
        c.texts("missing", List.of()),
        required,
        optional(c, Map.of("identifying", identifying, "required", required, "key", content.key())),
        content,
        database(c, format, content),
        List.of(),
        List.of());
  }

  /** Columns that a file may lack: none of those by which others are needed. */
  private static List<String> optional(Cursor c, Map<String, List<String>> needed) {
    List<String> optional = Names.once(c, "optional", c.texts("optional", List.of()));
    needed.forEach(
        (key, columns) ->
            columns.stream()
                .filter(optional::contains)
                .forEach(
                    column ->
                        c.problem(
                            "optional",
                            "'" + column + "' stands in " + key + ", too",
                            "take it out of one of them: there no file may lack it")));
    return optional;
  }

  /** The file into which the rows of a database are written. */
  private static String extract(Cursor c, String name) {
    noEffect(c, "files", "the rows come from the database");
    return name + ".parquet";
  }

  private static Optional<Center.Database> database(
      Cursor c, String format, Center.Content content) {
    if (!format.equals(JDBC)) {
      noEffect(c, "jdbc", "only format = jdbc reads a database");
      return Optional.empty();
    }
    c.need("jdbc");
    Optional<Center.Database> database = c.section("jdbc", DatabaseReader::read);
    boolean watermark = database.flatMap(Center.Database::watermark).isPresent();
    if (watermark && !content.isChanges()) {
      c.problem(
          "jdbc",
          "with a watermark an extract has only what changed",
          "add content = changes and key = [the columns that tell records apart]");
    }
    return database;
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

  /** A problem with a key that the format leaves without a use. */
  static void noEffect(Cursor c, String key, String reason) {
    if (c.find(key).isPresent()) {
      c.problem(key, "has no effect", reason + "; leave it out");
    }
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
