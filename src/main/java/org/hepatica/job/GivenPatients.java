package org.hepatica.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.hepatica.source.IdentifierKey;
import org.hepatica.table.Registry;

/** Patients whom a user names, by identifiers or by what is shown of their hashes. */
final class GivenPatients {

  private static final Pattern SHOWN = Pattern.compile("#[0-9a-f]{12,64}");

  private final RunPlan plan;

  GivenPatients(RunPlan plan) {
    this.plan = plan;
  }

  /**
   * Identifiers of the command line and of a file.
   *
   * @param from the file, or - for standard input; null for none
   */
  static List<String> read(List<String> typed, String from) {
    List<String> given = new ArrayList<>(typed);
    try {
      if ("-".equals(from)) {
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
            .lines()
            .forEach(given::add);
      } else if (from != null) {
        given.addAll(Files.readAllLines(Path.of(from)));
      }
    } catch (IOException e) {
      throw new NotFoundException("--from: %s cannot be read".formatted(from));
    }
    return given.stream().map(String::strip).filter(text -> !text.isEmpty()).distinct().toList();
  }

  /**
   * Those of whom nothing is found, by their place among the given; no identifier is repeated.
   *
   * @param found centre and patient
   */
  List<String> missing(List<String> given, List<Row> found) {
    Set<String> there = new HashSet<>();
    found.forEach(row -> there.add(row.getString(0) + " " + row.getString(1)));
    boolean anyTyped = given.stream().anyMatch(text -> !text.startsWith("#"));
    IdentifierKey key = anyTyped ? LakeKey.kept(plan) : null;
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String text = given.get(i);
      boolean isThere =
          text.startsWith("#")
              ? found.stream().anyMatch(row -> row.getString(1).startsWith(text.substring(1)))
              : plan.centers().keySet().stream()
                  .anyMatch(center -> there.contains(center + " " + key.hash(center, text)));
      if (!isThere) {
        missing.add(String.valueOf(i + 1));
      }
    }
    return missing;
  }

  /** What begins as a hash and is none, if anything does. */
  static Optional<String> malformed(List<String> given) {
    return given.stream()
        .filter(text -> text.startsWith("#") && !SHOWN.matcher(text).matches())
        .findFirst();
  }

  /** Rows of these patients. */
  Column named(List<String> given) {
    Column named = lit(false);
    List<String> identifiers = new ArrayList<>();
    for (String text : given) {
      if (SHOWN.matcher(text).matches()) {
        named = named.or(col(Registry.PATIENT_ID).startsWith(text.substring(1)));
      } else {
        identifiers.add(text);
      }
    }
    return identifiers.isEmpty() ? named : named.or(hashed(identifiers));
  }

  private Column hashed(List<String> identifiers) {
    IdentifierKey key = LakeKey.kept(plan);
    Column named = lit(false);
    for (String center : plan.centers().keySet()) {
      List<String> hashes = identifiers.stream().map(text -> key.hash(center, text)).toList();
      named =
          named.or(
              col(Registry.CENTER)
                  .equalTo(center)
                  .and(col(Registry.PATIENT_ID).isInCollection(hashes)));
    }
    return named;
  }
}
