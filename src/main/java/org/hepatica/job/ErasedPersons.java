package org.hepatica.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.lake.Lake;
import org.hepatica.protocol.Center.Export;
import org.hepatica.source.IdentifierKey;
import org.hepatica.source.database.Extraction;
import org.hepatica.table.Keeping;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/** The identifiers whose records are kept out, as hashes. */
final class ErasedPersons {

  /**
   * An identifier.
   *
   * @param person that by which its person was named
   */
  record Entry(String center, String identifier, String person, Instant since, String run) {}

  private final Map<List<String>, Entry> entries = new LinkedHashMap<>();

  private ErasedPersons() {}

  /** Those of a lake. */
  static ErasedPersons of(Lake lake) {
    ErasedPersons erased = new ErasedPersons();
    if (lake.version(Keeping.ERASED).isPresent()) {
      lake.small()
          .read(Keeping.ERASED)
          .orderBy(col(Keeping.SINCE))
          .collectAsList()
          .forEach(erased::take);
    }
    return erased;
  }

  private void take(Row row) {
    Entry entry =
        new Entry(
            row.getAs(Registry.CENTER),
            row.getAs(Keeping.IDENTIFIER),
            row.getAs(Keeping.PERSON),
            row.<Timestamp>getAs(Keeping.SINCE).toInstant(),
            row.getAs(Operational.RUN_ID));
    List<String> key = List.of(entry.center(), entry.identifier());
    entries.remove(key);
    if (row.<Boolean>getAs(Keeping.IS_OUT)) {
      entries.put(key, entry);
    }
  }

  /** All, in the order in which they were noted. */
  Collection<Entry> all() {
    return entries.values();
  }

  /** The identifiers of a centre. */
  Set<String> of(String center) {
    return entries.values().stream()
        .filter(entry -> entry.center().equals(center))
        .map(Entry::identifier)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All identifiers of the person that one is of; none when it is nobody's. */
  Set<String> ofPerson(String center, String identifier) {
    Optional<Entry> known = Optional.ofNullable(entries.get(List.of(center, identifier)));
    return entries.values().stream()
        .filter(
            entry ->
                entry.center().equals(center)
                    && known.filter(k -> k.person().equals(entry.person())).isPresent())
        .map(Entry::identifier)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Notes identifiers of one person; nothing of those that are noted so already. */
  void note(
      Lake lake, String run, String center, String person, Set<String> identifiers, boolean out) {
    Timestamp since = Timestamp.from(later(lake, Instant.now()));
    List<Row> rows =
        identifiers.stream()
            .filter(identifier -> entries.containsKey(List.of(center, identifier)) != out)
            .map(identifier -> RowFactory.create(center, identifier, person, out, since, run))
            .toList();
    if (!rows.isEmpty()) {
      lake.append(Keeping.ERASED, rows);
      rows.forEach(
          row ->
              entries.put(
                  List.of(center, row.getString(1)),
                  new Entry(center, row.getString(1), person, since.toInstant(), run)));
      if (!out) {
        identifiers.forEach(identifier -> entries.remove(List.of(center, identifier)));
      }
    }
  }

  /** After all that was noted: a clock may have gone back since. */
  private static Instant later(Lake lake, Instant now) {
    if (lake.version(Keeping.ERASED).isEmpty()) {
      return now;
    }
    Timestamp last =
        lake.small().read(Keeping.ERASED).agg(max(col(Keeping.SINCE))).first().getTimestamp(0);
    return last == null || last.toInstant().isBefore(now) ? now : last.toInstant().plusMillis(1);
  }

  /** Which rows of a centre's databases are kept out. */
  Extraction.KeptOut rows(Run run, String center) {
    Set<String> out = of(center);
    if (out.isEmpty()) {
      return Extraction.KeptOut.NOBODY;
    }
    IdentifierKey key = LakeKey.load(run);
    return (export, column, text) ->
        isIdentifying(export, column) && out.contains(key.hash(center, text));
  }

  private static boolean isIdentifying(Export export, String column) {
    return PatientColumns.identifying(export).contains(column);
  }
}
