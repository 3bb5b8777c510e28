package org.hepatica.transform.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.Export;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/**
 * Whose business the records of an export are.
 *
 * <p>Text that a mapping reads or joins is the registry's. So is text that nothing names, unless
 * the centre has a laboratory, whose reports it then is. A platform's format belongs to the
 * genomics even where a mapping reads rows from it too: its records are accounted for there.
 */
final class Accounts {

  private static final Set<String> TEXT_FORMATS = Set.of("csv", "tsv", "parquet", "jdbc");

  private final Map<String, Set<String>> taken = new HashMap<>();
  private final Map<String, Set<String>> lookups = new HashMap<>();
  private final Map<String, Set<String>> foreign = new HashMap<>();

  private Accounts() {}

  static Accounts of(Iterable<Center> centers) {
    Accounts accounts = new Accounts();
    for (Center center : centers) {
      center.exports().values().forEach(export -> accounts.add(center, export));
    }
    return accounts;
  }

  /** Exports whose records are only joined, by centre: they are accepted as they are. */
  Map<String, Set<String>> lookups() {
    return lookups;
  }

  /** Exports whose records are another transformation's to account for, by centre. */
  Map<String, Set<String>> foreign() {
    return foreign;
  }

  /** Holds for records that ingestion looks at. */
  Column isTaken() {
    return isIn(taken);
  }

  /** Whether ingestion looks at an export's records. */
  boolean takes(String center, String export) {
    return taken.getOrDefault(center, Set.of()).contains(export);
  }

  /** Holds for records that ingestion accounts for. */
  Column isOwn() {
    return isIn(taken).and(not(isIn(foreign)));
  }

  /**
   * Whether the export is a table as it is, whose cells have no other meaning than the mapping's.
   */
  static boolean isText(Export export) {
    return TEXT_FORMATS.contains(export.format());
  }

  private void add(Center center, Export export) {
    boolean mapped = center.tables().stream().anyMatch(t -> t.from().equals(export.name()));
    boolean joined =
        center.tables().stream()
            .flatMap(table -> table.joins().stream())
            .anyMatch(join -> join.export().equals(export.name()));
    boolean identity =
        center.identity().filter(each -> each.from().equals(export.name())).isPresent();
    boolean unused =
        !mapped && !joined && !identity && isText(export) && center.genomics().isEmpty();
    if (!isText(export)) {
      put(foreign, center, export);
    }
    if ((joined || identity) && !mapped) {
      put(lookups, center, export);
    }
    if (mapped || joined || identity || unused) {
      put(taken, center, export);
    }
  }

  private static void put(Map<String, Set<String>> exports, Center center, Export export) {
    exports.computeIfAbsent(center.name(), name -> new HashSet<>()).add(export.name());
  }

  private static Column isIn(Map<String, Set<String>> exports) {
    return exports.entrySet().stream()
        .map(
            entry ->
                col(Registry.CENTER)
                    .equalTo(entry.getKey())
                    .and(col(Operational.EXPORT).isInCollection(entry.getValue())))
        .reduce(Column::or)
        .orElse(lit(false));
  }
}
