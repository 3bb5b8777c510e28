package org.hepatica.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The section {@code genomics} of a centre. */
final class LaboratoryReader {

  private static final List<String> BUILDS = List.of("GRCh37", "GRCh38");
  private static final List<String> ROLES = List.of("sample", "gene", "region", "result", "date");

  private LaboratoryReader() {}

  static Center.Laboratory read(Cursor c) {
    Map<String, Center.SequenomAssay> assays = c.named("sequenom-assays", AssayReader::read);
    List<String> formats = new ArrayList<>();
    Map<String, String> sanger = c.section("sanger", s -> sanger(s, formats)).orElse(Map.of());
    return new Center.Laboratory(
        assays,
        c.texts("controls", List.of()),
        c.oneOf(BUILDS, "reference-build", "GRCh37"),
        sanger,
        List.copyOf(formats),
        confirmed(c));
  }

  private static List<String> confirmed(Cursor c) {
    List<String> samples =
        Names.once(c, "confirmed-samples", c.texts("confirmed-samples", List.of()));
    for (String sample : samples) {
      if (!sample.matches("#[0-9a-f]{12}")) {
        // What stands there may be the identifier itself: it is not repeated.
        c.problem(
            "confirmed-samples",
            "an entry is no sample as the quarantine prints it",
            "write # and 12 hexadecimal digits, such as \"#0123456789ab\"");
      }
    }
    return samples.stream().map(sample -> sample.substring(1)).toList();
  }

  private static Map<String, String> sanger(Cursor c, List<String> formats) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String role : ROLES) {
      c.optional(role).ifPresent(column -> columns.put(role, column));
    }
    c.need("sample");
    c.need("result");
    formats.addAll(c.oneOrMore("date-format"));
    formats.forEach(format -> DateFormats.check(c, "date-format", format));
    Optional<Node> date = c.find("date");
    if (date.isPresent() == formats.isEmpty()) {
      c.problem(
          date.isPresent() ? "date-format" : "date",
          "date and date-format belong together",
          "add the other, such as date-format = [\"yyyy-MM-dd\"], or leave both out");
    }
    return columns;
  }
}
