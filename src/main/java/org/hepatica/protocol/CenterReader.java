package org.hepatica.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The section {@code center}. */
final class CenterReader {

  private final String fileName;

  /** With the name that the file's name gives the centre. */
  CenterReader(String fileName) {
    this.fileName = fileName;
  }

  ServedCenter read(Cursor c) {
    String name = c.name("name");
    StudyReader.sameAsFile(c, name, fileName);
    Optional<Pattern> serves = serves(c);
    Map<String, Center.Export> exports = c.identified("exports", ExportReader::read);
    if (c.need("exports").isPresent() && exports.isEmpty()) {
      c.problem("exports", "no export", "name the kinds of files of a delivery");
    }
    List<Center.TableMapping> tables = new ArrayList<>();
    c.named(
        "tables",
        (table, node) -> {
          tables.addAll(new MappingReader(table, exports).read(node));
          return Optional.of(table);
        });
    Optional<Center.Laboratory> genomics = c.section("genomics", LaboratoryReader::read);
    checkTyper(c, exports, genomics);
    Center.Arrival arrival = c.section("arrival", ArrivalReader::read).orElse(Center.Arrival.USUAL);
    Optional<Center.Identity> identity = c.section("identity", new IdentityReader(exports)::read);
    return new ServedCenter(
        new Center(
            name,
            c.text("title", name),
            exports,
            List.copyOf(tables),
            genomics,
            arrival,
            identity,
            SpellingReader.read(c)),
        serves);
  }

  private static Optional<Pattern> serves(Cursor c) {
    Optional<String> serves = c.optional("serves");
    try {
      return serves.map(Pattern::compile);
    } catch (PatternSyntaxException e) {
      c.problem(
          "serves",
          "'" + serves.get() + "' is no regular expression: " + e.getDescription(),
          "write such as \"synthetic(-[0-9]+)?\"");
      return Optional.empty();
    }
  }

  private static void checkTyper(
      Cursor c, Map<String, Center.Export> exports, Optional<Center.Laboratory> genomics) {
    boolean typer = exports.values().stream().anyMatch(e -> e.format().equals("typer"));
    boolean assays = genomics.filter(g -> !g.sequenomAssays().isEmpty()).isPresent();
    if (typer && !assays && c.find("genomics").isEmpty()) {
      c.problem(
          "genomics",
          "missing: an export has format typer",
          "add genomics.sequenom-assays, which say what each assay interrogates");
    }
  }
}
