package org.hepatica.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.lake.ChangeFeed;
import org.hepatica.lake.Lake;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;

/**
 * Rows of those of whom a night's step looked at all that there is, as it found them and as it left
 * them. Later steps of the night take them from here instead of looking for them among everybody's.
 *
 * @param tables which these are
 * @param before the version of each that was found
 * @param after the version that was left
 * @param was the tables with their rows alone, as found
 * @param is the same as left
 * @param went of the former at least those that are no more
 * @param came of the latter at least those that were not there
 * @param changed patients of whom they say something else, by what holds: centre and patient, each
 *     once
 * @param records what the registry's tables are made of, of theirs: rows of {@code
 *     Operational.RECORD}; empty for other tables
 */
record CloseTables(
    List<TableDefinition> tables,
    Map<String, OptionalLong> before,
    Map<String, OptionalLong> after,
    Tables was,
    Tables is,
    Tables went,
    Tables came,
    Dataset<Row> changed,
    Optional<Dataset<Row>> records) {

  private static final String[] PATIENT = {Registry.CENTER, Registry.PATIENT_ID};

  /** The versions of tables. */
  static Map<String, OptionalLong> versions(Lake lake, List<TableDefinition> tables) {
    return tables.stream()
        .collect(Collectors.toMap(TableDefinition::fullName, table -> lake.version(table)));
  }

  /** Whether nothing else happened to these tables between two states of a lake. */
  boolean isBetween(Lake then, Lake now) {
    return versions(then, tables).equals(before) && versions(now, tables).equals(after);
  }

  /** Rows of a table that came and rows that went, as {@link ChangeFeed#CHANGE} has it. */
  Dataset<Row> changes(TableDefinition table) {
    return changes(went, came, table);
  }

  /** The same of what went and what came. */
  static Dataset<Row> changes(Tables went, Tables came, TableDefinition table) {
    return went.read(table)
        .withColumn(ChangeFeed.CHANGE, lit(-1))
        .union(came.read(table).withColumn(ChangeFeed.CHANGE, lit(1)));
  }

  /**
   * Whether patients are all among those whose rows are here; of the registry's tables.
   *
   * @param patients centre and patient
   */
  boolean hasAll(Dataset<Row> patients) {
    Dataset<Row> own =
        was.read(Registry.PATIENT)
            .select(col(PATIENT[0]), col(PATIENT[1]))
            .union(is.read(Registry.PATIENT).select(col(PATIENT[0]), col(PATIENT[1])));
    return patients.join(broadcast(own), PATIENT, "left_anti").isEmpty();
  }

  /** Other tables, with these in their place as they were found. */
  Tables wasAmong(Tables others) {
    return table -> (tables.contains(table) ? was : others).read(table);
  }

  /** Other tables, with these in their place as they were left. */
  Tables isAmong(Tables others) {
    return table -> (tables.contains(table) ? is : others).read(table);
  }
}
