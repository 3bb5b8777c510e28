package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.hepatica.survival.TiedTimes;
import scala.Tuple2;

/**
 * Where ranges of time begin, so that times tied by rounding share one. Of the times only numbers a
 * range go to the driver.
 *
 * @param bounds ascending: range r holds what is at least bound r - 1 and less than bound r
 * @param tolerance how far apart neighbours are tied, as {@link TiedTimes} has it for all times
 */
record TimeCut(double[] bounds, double tolerance) implements Serializable {

  /** Of about so many times a range it is guessed where ranges begin. */
  private static final long SOME = 100;

  /** What a range's distinct times add up to. */
  private record Size(long distinct, double sum) implements Serializable {

    Size plus(Size other) {
      return new Size(distinct + other.distinct, sum + other.sum);
    }
  }

  /**
   * Cuts.
   *
   * @param rows how many there are
   * @param ranges how many ranges there should be
   */
  static TimeCut of(JavaRDD<Block> blocks, long rows, int ranges) {
    double[] guessed = guessed(blocks, Math.max(1, rows / (ranges * SOME)), ranges);
    JavaRDD<double[]> times = distinct(blocks, guessed);
    times.persist(StorageLevel.MEMORY_AND_DISK());
    Size size =
        InOrder.reduceNumbers(
            times.map(own -> new Size(own.length, DoubleStream.of(own).map(Math::abs).sum())),
            Size::plus);
    double tolerance = TiedTimes.tolerance(size.sum, size.distinct);
    double[] bounds =
        times.map(own -> firstUntied(own, tolerance)).collect().stream()
            .skip(1)
            .mapToDouble(bound -> bound)
            .filter(bound -> !Double.isNaN(bound))
            .toArray();
    times.unpersist(false);
    return new TimeCut(bounds, tolerance);
  }

  private static double[] guessed(JavaRDD<Block> blocks, long each, int ranges) {
    double[] some =
        blocks.map(block -> some(block, each)).collect().stream()
            .flatMapToDouble(Arrays::stream)
            .toArray();
    return some.length == 0 ? some : RangeCut.bounds(some, ranges);
  }

  private static double[] some(Block block, long each) {
    int n = (int) ((block.runs() + each - 1) / each);
    double[] times = new double[n];
    Arrays.setAll(times, i -> block.time[(int) (i * each)]);
    return times;
  }

  private static JavaRDD<double[]> distinct(JavaRDD<Block> blocks, double[] bounds) {
    return blocks
        .flatMapToPair(block -> pieces(block.time, bounds).iterator())
        .partitionBy(new HashPartitioner(bounds.length + 1))
        .mapPartitions(
            (Iterator<Tuple2<Integer, double[]>> part) -> {
              DoubleStream.Builder all = DoubleStream.builder();
              part.forEachRemaining(piece -> Arrays.stream(piece._2).forEach(all::add));
              double[] times = all.build().toArray();
              return List.of(BlockSort.times(times, times.length)).iterator();
            });
  }

  /** Times by range. */
  private static List<Tuple2<Integer, double[]>> pieces(double[] times, double[] bounds) {
    double[] sorted = BlockSort.times(times, times.length);
    List<Tuple2<Integer, double[]>> pieces = new ArrayList<>();
    for (int from = 0; from < sorted.length; ) {
      int range = range(bounds, sorted[from]);
      int to = from + 1;
      while (to < sorted.length && (range == bounds.length || sorted[to] < bounds[range])) {
        to++;
      }
      pieces.add(new Tuple2<>(range, Arrays.copyOfRange(sorted, from, to)));
      from = to;
    }
    return pieces;
  }

  /**
   * The first time that is not tied to one before it; the least one may be, to an earlier range's.
   */
  private static double firstUntied(double[] times, double tolerance) {
    for (int t = 1; t < times.length; t++) {
      if (!(times[t] - times[t - 1] <= tolerance)) {
        return times[t];
      }
    }
    return Double.NaN;
  }

  /** The range that a time lies in. */
  static int range(double[] bounds, double time) {
    int at = Arrays.binarySearch(bounds, time);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** How many ranges there are. */
  int ranges() {
    return bounds.length + 1;
  }
}
