package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * What partitions give is taken in the order of the partitions, not in that of their arrival: sums
 * of floating numbers depend on it, and who runs the same again should read the same digits.
 */
final class InOrder {

  /** More would not find room side by side. */
  private static final int MOST_AT_ONCE = 8;

  private InOrder() {}

  /** Joins two states; may change and give back the first. */
  interface Merge<T> extends Serializable {
    T of(T first, T second);
  }

  /**
   * Something under way.
   *
   * @param number says where it comes from
   */
  record Sent<T>(long number, T what) implements Serializable {}

  /** Adds up what each partition gives, one value at most. */
  static <T> T reduce(JavaRDD<T> parts, Merge<T> merge) {
    int n = parts.getNumPartitions();
    if (n <= MOST_AT_ONCE) {
      return merged(parts.collect(), merge);
    }
    int together = (int) Math.ceil(Math.sqrt(n));
    JavaRDD<T> groups =
        parts
            .mapToPair(part -> new Tuple2<>(TaskContext.getPartitionId() / together, part))
            .mapPartitionsToPair(InOrder::numbered)
            .partitionBy(new HashPartitioner((n + together - 1) / together))
            .mapPartitions(arrived -> someOf(merged(sorted(arrived), merge)));
    return merged(groups.collect(), merge);
  }

  /** The same of a few numbers a partition, which all have room side by side. */
  static <T> T reduceNumbers(JavaRDD<T> parts, Merge<T> merge) {
    return merged(parts.collect(), merge);
  }

  private static <T> T merged(List<T> parts, Merge<T> merge) {
    T sum = null;
    for (T part : parts) {
      sum = sum == null ? part : merge.of(sum, part);
    }
    return sum;
  }

  private static <T> Iterator<T> someOf(T value) {
    return value == null ? List.<T>of().iterator() : List.of(value).iterator();
  }

  /** Numbers what a partition sends. */
  static <K, T> Iterator<Tuple2<K, Sent<T>>> numbered(Iterator<Tuple2<K, T>> sent) {
    return new Iterator<>() {
      private long next = (long) TaskContext.getPartitionId() << Integer.SIZE;

      @Override
      public boolean hasNext() {
        return sent.hasNext();
      }

      @Override
      public Tuple2<K, Sent<T>> next() {
        Tuple2<K, T> pair = sent.next();
        return new Tuple2<>(pair._1, new Sent<>(next++, pair._2));
      }
    };
  }

  /** What has arrived, as it was numbered. */
  static <K, T> List<T> sorted(Iterator<Tuple2<K, Sent<T>>> arrived) {
    List<Sent<T>> all = new ArrayList<>();
    arrived.forEachRemaining(pair -> all.add(pair._2));
    all.sort(Comparator.comparingLong(Sent::number));
    return all.stream().map(Sent::what).toList();
  }
}
