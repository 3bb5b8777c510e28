package org.hepatica.transform.history;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Center;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/**
 * The records that changed ones are tied to, by an identifier that they share, or by others. What
 * is made of all the rest cannot have changed.
 */
public final class Ties {

  /** An identifier, hashed as {@link Operational#LINKS} has it. */
  public static final String LINK = "link";

  /** Whether a record is tied to identifiers. */
  public static final String TIED = "tied";

  private static final String FOUND = "found";
  private static final String NUMBER = "number";
  private static final String[] LINKED = {Registry.CENTER, LINK};

  private final Column ties;
  private final BiFunction<String, Dataset<Row>, Dataset<Row>> settle;

  /**
   * With a way to settle intermediates, which are read several times.
   *
   * @param ties holds of records that may have two identifiers; others lead nowhere, and need not
   *     be looked at when identifiers are followed
   * @param settle writes rows under a name and reads them back
   */
  public Ties(Column ties, BiFunction<String, Dataset<Row>, Dataset<Row>> settle) {
    this.ties = ties;
    this.settle = settle;
  }

  /**
   * Holds of the records of exports that have two identifying columns or more.
   *
   * @param identifying all columns of an export that identify
   */
  public static Column among(
      Collection<Center> centers, Function<Center.Export, Set<String>> identifying) {
    Column ties = lit(false);
    for (Center center : centers) {
      Object[] exports =
          center.exports().values().stream()
              .filter(export -> identifying.apply(export).size() > 1)
              .map(Center.Export::name)
              .toArray();
      Column isHere = col(Registry.CENTER).equalTo(center.name());
      ties = ties.or(isHere.and(col(Operational.EXPORT).isin(exports)));
    }
    return ties;
  }

  /**
   * The changed records, and of those that are followed all that they are tied to.
   *
   * @param records rows of {@link Operational#RECORD}
   * @param changed holds of the changed ones
   * @param followed holds of those among which ties are followed
   */
  public Dataset<Row> of(Dataset<Row> records, Column changed, Column followed) {
    Dataset<Row> own = records.where(followed);
    // One without an identifier is tied to nothing.
    Column alone = size(col(Operational.LINKS)).equalTo(0);
    Dataset<Row> reached =
        flagged(own.withColumn(TIED, lit(false)), identifiers(own, links(own.where(changed))), 0)
            .where(col(TIED).or(changed.and(alone)))
            .select(columns(records));
    // Of all others those that changed stand together, where deliveries were written.
    return reached.unionByName(records.where(not(coalesce(followed, lit(false)))).where(changed));
  }

  /**
   * The records that identifiers are tied to.
   *
   * @param records rows of {@link Operational#RECORD}, with further columns or without
   * @param identifiers centre and {@link #LINK}, each once
   */
  public Dataset<Row> with(Dataset<Row> records, Dataset<Row> identifiers) {
    return records
        .withColumn(LINK, get(col(Operational.LINKS), lit(0)))
        .join(broadcast(identifiers(records, identifiers)), LINKED, "left_semi")
        .select(columns(records));
  }

  /**
   * Of records those that identifiers are tied to, through those that are followed, and those of
   * which something else holds; with {@link #TIED}, whether it is the former. Settled.
   *
   * <p>Mostly what shares an identifier with those that are named by one is all that there is, so
   * the records are looked up before that is certain: it shows by what was found.
   *
   * @param records rows of {@link Operational#RECORD} among which ties are followed, with further
   *     columns or without
   * @param identifiers centre and {@link #LINK}, each once
   * @param others holds of those that are wanted whoever they are of
   * @param most how many identifiers a record has at most
   */
  public Dataset<Row> with(
      Dataset<Row> records, Dataset<Row> identifiers, Column others, int most) {
    // Records are taken apart into their identifiers when few of them are left.
    Dataset<Row> near = perhaps(records.where(ties), identifiers, lit(false), most);
    Dataset<Row> links = settle.apply("links-next", next(near, identifiers));
    Dataset<Row> found = perhaps(records, links, others, most).withColumn(TIED, lit(false));
    for (int place = 0; place < most; place++) {
      found = flagged(found, links, place);
    }
    Dataset<Row> rows = settle.apply("tied-rows", found.where(col(TIED).or(others)));
    Dataset<Row> all = links(rows.where(col(TIED)));
    Dataset<Row> further = all.join(broadcast(links), LINKED, "left_anti");
    return further.isEmpty()
        ? rows
        : settle.apply(
            "tied-rows-all",
            flagged(
                    records.withColumn(TIED, lit(false)),
                    identifiers(records, all.union(links).distinct()),
                    0)
                .where(col(TIED).or(others)));
  }

  /**
   * Records that may have one of some identifiers, with few others, and those of which something
   * else holds. To look up a number takes a fraction of what it takes to look up two texts, and
   * nearly all records are sorted out by it.
   */
  private static Dataset<Row> perhaps(
      Dataset<Row> records, Dataset<Row> links, Column others, int most) {
    Dataset<Row> numbers = numbers(links).withColumn(FOUND, lit(true));
    Dataset<Row> looked = records;
    Column isWanted = others;
    for (int place = 0; place < most; place++) {
      String found = FOUND + place;
      looked =
          looked
              .withColumn(NUMBER, number(get(col(Operational.LINKS), lit(place))))
              .join(broadcast(numbers.withColumnRenamed(FOUND, found)), NUMBER, "left")
              .drop(NUMBER);
      isWanted = isWanted.or(col(found).isNotNull());
    }
    return looked.where(isWanted).select(columns(records));
  }

  /** The same of rows of one identifier each. */
  private static Dataset<Row> numbered(Dataset<Row> rows, Dataset<Row> links) {
    return rows.withColumn(NUMBER, number(col(LINK)))
        .join(broadcast(numbers(links)), NUMBER, "left_semi")
        .drop(NUMBER);
  }

  private static Dataset<Row> numbers(Dataset<Row> links) {
    return links.select(number(col(LINK)).as(NUMBER)).distinct();
  }

  /** The same for the same identifier; hardly ever for two. */
  private static Column number(Column link) {
    return xxhash64(col(Registry.CENTER), link);
  }

  /** With {@link #TIED} where it was, or where the identifier in a place is among some. */
  private static Dataset<Row> flagged(Dataset<Row> records, Dataset<Row> links, int place) {
    return records
        .withColumn(LINK, get(col(Operational.LINKS), lit(place)))
        .join(broadcast(links.withColumn(FOUND, lit(true))), LINKED, "left")
        .withColumn(TIED, col(TIED).or(coalesce(col(FOUND), lit(false))))
        .drop(LINK, FOUND);
  }

  /**
   * Records that have one of some identifiers, whichever it is.
   *
   * @param identifiers centre and {@link #LINK}, each once
   * @param key columns that tell a record from all others
   */
  public static Dataset<Row> having(
      Dataset<Row> records, Dataset<Row> identifiers, List<String> key) {
    return numbered(records.withColumn(LINK, explode(col(Operational.LINKS))), identifiers)
        .join(broadcast(identifiers), LINKED, "left_semi")
        .drop(LINK)
        .dropDuplicates(key.toArray(String[]::new));
  }

  /**
   * The identifiers that identifiers are tied to, themselves among them: centre and {@link #LINK},
   * each once.
   *
   * @param records rows of {@link Operational#RECORD}
   * @param identifiers centre and {@link #LINK}, each once
   */
  public Dataset<Row> identifiers(Dataset<Row> records, Dataset<Row> identifiers) {
    Dataset<Row> links = settle.apply("links-0", identifiers);
    long known = links.count();
    for (int step = 1; ; step++) {
      Dataset<Row> more = settle.apply("links-" + step, next(records, links));
      long now = more.count();
      if (now == known) {
        return links;
      }
      links = more;
      known = now;
    }
  }

  /** Identifiers, and those of the records that have one of them. */
  private Dataset<Row> next(Dataset<Row> records, Dataset<Row> links) {
    Dataset<Row> ends =
        records
            .where(ties)
            .select(
                col(Registry.CENTER),
                col(Operational.LINKS),
                explode(col(Operational.LINKS)).as(LINK));
    Dataset<Row> reached = numbered(ends, links).join(broadcast(links), LINKED, "left_semi");
    return links(reached).unionByName(links).distinct();
  }

  /** The identifiers that records have: centre and {@link #LINK}, each once. */
  public static Dataset<Row> links(Dataset<Row> records) {
    return records
        .select(col(Registry.CENTER), explode(col(Operational.LINKS)).as(LINK))
        .distinct();
  }

  private static Column[] columns(Dataset<Row> records) {
    return Arrays.stream(records.columns()).map(n -> col(n)).toArray(Column[]::new);
  }
}
