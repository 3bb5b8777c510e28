package org.hepatica.source.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an annotator wrote into INFO: VEP's CSQ or SnpEff's ANN, whose fields stand in the order
 * that the header says.
 */
final class StatedEffects {

  private static final Pattern ID = Pattern.compile("^##INFO=<ID=(CSQ|ANN),");
  private static final Pattern FIELDS = Pattern.compile("(?:Format: *|')([^'\"]*\\|[^'\"]*)");
  private static final List<String> ALLELE = List.of("allele");
  private static final List<String> SYMBOL = List.of("symbol", "gene_name");
  private static final List<String> CODING = List.of("hgvsc", "hgvs.c");
  private static final List<String> PROTEIN = List.of("hgvsp", "hgvs.p");

  private final List<Kind> kinds = new ArrayList<>();

  /** An annotation of the header: its key in INFO, and the places of what is read of it. */
  private record Kind(String key, int allele, int symbol, int coding, int protein) {}

  /** Takes a line of the header. */
  void add(String line) {
    Matcher id = ID.matcher(line);
    Matcher fields = FIELDS.matcher(line);
    if (id.find() && fields.find()) {
      List<String> names = new ArrayList<>();
      for (String name : fields.group(1).split("\\|", -1)) {
        names.add(name.strip().toLowerCase(Locale.ROOT));
      }
      kinds.add(
          new Kind(
              id.group(1) + "=",
              place(names, ALLELE),
              place(names, SYMBOL),
              place(names, CODING),
              place(names, PROTEIN)));
    }
  }

  private static int place(List<String> names, List<String> spellings) {
    return spellings.stream().mapToInt(names::indexOf).max().orElse(-1);
  }

  /** Entries of {@code allele|symbol|coding change|protein change}, by commas; empty for none. */
  String of(String info) {
    StringJoiner entries = new StringJoiner(",");
    for (String part : info.split(";")) {
      for (Kind kind : kinds) {
        if (part.startsWith(kind.key())) {
          for (String entry : part.substring(kind.key().length()).split(",")) {
            entries.add(entry(kind, entry.split("\\|", -1)));
          }
        }
      }
    }
    return entries.toString();
  }

  private static String entry(Kind kind, String[] fields) {
    return String.join(
        "|",
        field(fields, kind.allele()),
        field(fields, kind.symbol()),
        field(fields, kind.coding()),
        field(fields, kind.protein()));
  }

  private static String field(String[] fields, int place) {
    return place < 0 || place >= fields.length ? "" : fields[place].strip();
  }
}
