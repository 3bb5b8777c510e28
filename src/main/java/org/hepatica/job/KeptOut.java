package org.hepatica.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.genomics.GenomeSample;
import org.hepatica.lake.Lake;
import org.hepatica.protocol.Center;
import org.hepatica.source.IdentifierKey;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/**
 * Holds delivered records against the persons who are kept out: theirs reach no table. Of a record
 * of several samples theirs are left out. What a delivery newly ties to them is noted and kept out
 * too.
 */
final class KeptOut {

  private final Lake lake;
  private final String run;
  private final Consumer<String> say;
  private final ErasedPersons erased;
  private final Map<String, Center> concerned = new TreeMap<>();
  private long count;

  /**
   * @param run the run's name, under which what is new of them is noted
   * @param say takes lines for people
   */
  KeptOut(Lake lake, String run, Iterable<Center> centers, Consumer<String> say) {
    this.lake = lake;
    this.run = run;
    this.say = say;
    erased = ErasedPersons.of(lake);
    for (Center center : centers) {
      if (!erased.of(center.name()).isEmpty()) {
        concerned.put(center.name(), center);
      }
    }
  }

  /** How many records were kept out so far. */
  long count() {
    return count;
  }

  /** The records without those of erased persons; read once more where there are such persons. */
  Dataset<Row> without(Dataset<Row> records) {
    if (concerned.isEmpty()) {
      return records;
    }
    concerned.values().forEach(center -> learn(records, center));
    Column out = isOutAnywhere();
    count += records.where(out).count();
    return withoutSamples(records.where(not(out)));
  }

  /** Records of a centre bring identifiers of its erased persons that were not known. */
  private void learn(Dataset<Row> records, Center center) {
    Dataset<Row> own = records.where(col(Registry.CENTER).equalTo(center.name()));
    NewIdentifiers found = new NewIdentifiers(center, own, lake.read(Operational.RECORD), erased);
    found
        .tied()
        .forEach((person, more) -> erased.note(lake, run, center.name(), person, more, true));
    for (String other : found.others()) {
      say.accept(
          "  %s: a record ties patient %s to an erased person; if they are one, erase that number too"
              .formatted(center.name(), IdentifierKey.shown(other)));
    }
  }

  /** Whether a record of a centre is an erased person's. */
  Column isOut(String center) {
    Set<String> out = erased.of(center);
    if (out.isEmpty()) {
      return lit(false);
    }
    Column another =
        exists(
            sequence(lit(1), coalesce(cell("SAMPLES").try_cast("int"), lit(1))),
            i ->
                not(
                    coalesce(numbered(GenomeSample.ROLE + "_", i).equalTo("normal"), lit(false))
                        .or(coalesce(numbered("SAMPLE_", i).isInCollection(out), lit(false)))));
    Column any = exists(col(Operational.LINKS), link -> link.isInCollection(out));
    return when(cell("SAMPLES").isNotNull(), any.and(not(another))).otherwise(any);
  }

  private Column isOutAnywhere() {
    Column out = lit(false);
    for (String center : concerned.keySet()) {
      out = when(col(Registry.CENTER).equalTo(center), isOut(center)).otherwise(out);
    }
    return out;
  }

  private Dataset<Row> withoutSamples(Dataset<Row> records) {
    Dataset<Row> left = records;
    for (String center : concerned.keySet()) {
      Set<String> out = erased.of(center);
      Column concerns =
          col(Registry.CENTER)
              .equalTo(center)
              .and(exists(col(Operational.LINKS), link -> link.isInCollection(out)));
      Column cells =
          map_filter(
              col(Operational.CELLS),
              (name, cell) ->
                  not(
                      coalesce(
                          numbered("SAMPLE_", substring_index(name, "_", -1)).isInCollection(out),
                          lit(false))));
      left =
          left.withColumn(
                  Operational.CELLS, when(concerns, cells).otherwise(col(Operational.CELLS)))
              .withColumn(
                  Operational.LINKS,
                  when(
                          concerns,
                          filter(col(Operational.LINKS), link -> not(link.isInCollection(out))))
                      .otherwise(col(Operational.LINKS)));
    }
    return left;
  }

  private static Column cell(String name) {
    return col(Operational.CELLS).getItem(name);
  }

  private static Column numbered(String name, Column number) {
    return col(Operational.CELLS).getItem(concat(lit(name), number.cast("string")));
  }
}
