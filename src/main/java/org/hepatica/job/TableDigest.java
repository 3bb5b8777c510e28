package org.hepatica.job;

import static org.apache.spark.sql.functions.col;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.hepatica.lake.Lake;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;
import org.hepatica.table.TableDefinition;

/**
 * What tables hold, as one hash each: of their rows by business columns, in whatever order. What
 * tells by which run or at what time a row was written is left out, so two lakes that were given
 * the same have the same.
 */
final class TableDigest {

  private static final List<String> NO_BUSINESS =
      List.of(Operational.FIRST_RUN, Operational.STAMP, Operational.RUN_ID, Operational.STARTED);

  private TableDigest() {}

  /** By full name, of the tables that are there. */
  static Map<String, String> of(Lake lake, List<TableDefinition> tables) {
    Map<String, String> digests = new TreeMap<>();
    for (TableDefinition table : tables) {
      if (lake.version(table).isPresent()) {
        digests.put(table.fullName(), of(withoutRuns(table, lake.read(table))));
      }
    }
    return digests;
  }

  /** The row of a comparison that names the two runs that were compared has nothing else. */
  private static Dataset<Row> withoutRuns(TableDefinition table, Dataset<Row> rows) {
    return table.equals(Refresh.CHANGE)
        ? rows.where(col(Refresh.KIND).notEqual(Refresh.COMPARED))
        : rows;
  }

  /** Of rows: how many, and the sum of their hashes, which does not depend on their order. */
  static String of(Dataset<Row> rows) {
    MapPartitionsFunction<String, String> summed =
        texts -> List.of(Sum.of(texts).text()).iterator();
    return rows
        .select(business(rows))
        .toJSON()
        .mapPartitions(summed, Encoders.STRING())
        .collectAsList()
        .stream()
        .map(Sum::read)
        .reduce(Sum.NONE, Sum::plus)
        .text();
  }

  /** The columns that count. */
  static Column[] business(Dataset<Row> rows) {
    return Stream.of(rows.columns())
        .filter(name -> !NO_BUSINESS.contains(name))
        .map(name -> col("`" + name + "`"))
        .toArray(Column[]::new);
  }

  /**
   * Hashes of rows, added up. As a sum it can be made in parts, and needs neither order nor memory.
   */
  private record Sum(long rows, BigInteger hashes) {

    private static final BigInteger END = BigInteger.ONE.shiftLeft(256);
    static final Sum NONE = new Sum(0, BigInteger.ZERO);

    static Sum of(Iterator<String> texts) {
      MessageDigest digest = sha256();
      Sum sum = NONE;
      while (texts.hasNext()) {
        byte[] hash = digest.digest(texts.next().getBytes(StandardCharsets.UTF_8));
        sum = sum.plus(new Sum(1, new BigInteger(1, hash)));
      }
      return sum;
    }

    /** What {@link #text} says. */
    static Sum read(String text) {
      String[] words = text.split(" rows, ");
      return new Sum(Long.parseLong(words[0]), new BigInteger(words[1], 16));
    }

    Sum plus(Sum other) {
      return new Sum(rows + other.rows, hashes.add(other.hashes).mod(END));
    }

    String text() {
      return "%d rows, %064x".formatted(rows, hashes);
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
