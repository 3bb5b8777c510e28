package org.hepatica.source.cut;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Which texts are identifiers of the persons that are looked for.
 *
 * @param hash the keyed hash of an identifier
 * @param persons the hashes of theirs
 * @param missing texts that mean missing
 */
public record Whose(UnaryOperator<String> hash, Set<String> persons, Set<String> missing) {

  private static final Pattern BETWEEN_CELLS = Pattern.compile("[,;|\\t\\r\\n]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;|\"'=]+");

  /** Keeps the sets unchangeable. */
  public Whose {
    persons = Set.copyOf(persons);
    missing = Set.copyOf(missing);
  }

  /** Whether a cell is one. */
  boolean is(String cell) {
    return isGiven(cell) && persons.contains(hash.apply(cell));
  }

  boolean isGiven(String cell) {
    return cell != null && !cell.isBlank() && !missing.contains(cell.strip());
  }

  /** Whether any of a record's identifying cells is one. */
  boolean isAny(Map<String, String> cells, Set<String> identifying) {
    return identifying.stream().anyMatch(column -> is(cells.get(column)));
  }

  /** Whether a text of unknown order has one, between whatever may separate cells. */
  boolean isIn(String text) {
    for (String cell : BETWEEN_CELLS.split(text)) {
      String bare = cell.strip();
      boolean quoted = bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"");
      if (is(quoted ? bare.substring(1, bare.length() - 1) : bare)) {
        return true;
      }
    }
    return List.of(BETWEEN_WORDS.split(text)).stream().anyMatch(this::is);
  }

  /** Whether a folder's or a file's name is one, or has one before its ending or between _. */
  public boolean isNamed(String path) {
    for (String name : path.split("/")) {
      int ending = name.indexOf('.');
      String bare = ending < 0 ? name : name.substring(0, ending);
      if (is(name) || is(bare) || List.of(bare.split("_")).stream().anyMatch(this::is)) {
        return true;
      }
    }
    return false;
  }
}
