package org.hepatica.lake;

import java.util.Map;
import java.util.TreeMap;
import org.hepatica.table.Layer;
import org.hepatica.table.Operational;
import org.hepatica.table.TableDefinition;

/** The Delta properties of a table of the lake. */
final class TableProperties {

  private TableProperties() {}

  /**
   * By name, all that a table must have. Delta by itself refuses versions of more than a week ago,
   * and at a checkpoint drops the commits that are older than its log's retention, whoever still
   * goes by them; so that is left to maintenance.
   */
  static Map<String, String> of(TableDefinition table, LakeTerms terms) {
    String history = "interval " + terms.history() + " days";
    Map<String, String> properties = new TreeMap<>();
    properties.put("delta.logRetentionDuration", history);
    properties.put("delta.deletedFileRetentionDuration", history);
    properties.put("delta.enableExpiredLogCleanup", "false");
    // The least and the greatest value of each column in each file would rule out no file: rows lie
    // as they came, and are looked for by identifiers that are hashes.
    properties.put("delta.dataSkippingNumIndexedCols", "0");
    if (table.layer() == Layer.SILVER || table.layer().ofStudy()) {
      Rule.of(table).forEach(rule -> properties.put(rule.property(), rule.sql()));
    }
    if (isFollowed(table)) {
      properties.put("delta.enableChangeDataFeed", "true");
    }
    return properties;
  }

  /** Whether what is made of the table follows its changes. */
  private static boolean isFollowed(TableDefinition table) {
    return table.layer() == Layer.SILVER
        || table.layer() == Layer.GOLD
        || table.equals(Operational.RECORD);
  }
}
