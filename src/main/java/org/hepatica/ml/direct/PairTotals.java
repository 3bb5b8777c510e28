package org.hepatica.ml.direct;

import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.hepatica.survival.cox.ConcordanceResult;
import org.hepatica.survival.cox.ConcordanceSums;
import scala.Tuple2;

/** Adds up the comparable pairs of all ranges of linear predictors. */
final class PairTotals {

  private PairTotals() {}

  /** The concordance; empty if no two rows can be compared. */
  static Optional<ConcordanceResult> of(JavaRDD<Pairing> ranges, Carried carried) {
    JavaRDD<ConcordanceSums> sums =
        carried.cluster() ? clustered(ranges, carried.clusterIsRow()) : plain(ranges);
    return InOrder.reduceNumbers(sums, ConcordanceSums::merge).result();
  }

  private static JavaRDD<ConcordanceSums> plain(JavaRDD<Pairing> ranges) {
    return ranges.mapPartitions(
        (Iterator<Pairing> part) -> {
          ConcordanceSums sums = new ConcordanceSums();
          part.forEachRemaining(
              pairing ->
                  pairing.run(
                      (i, concordant, discordant, tied) ->
                          pairing.rows().addPairs(sums, i, concordant, discordant, tied)));
          return Collections.singletonList(sums).iterator();
        });
  }

  private static JavaRDD<ConcordanceSums> clustered(JavaRDD<Pairing> ranges, boolean areRows) {
    return ranges
        .mapPartitionsToPair(
            (Iterator<Pairing> part) -> {
              Map<Object, double[]> clusters = new HashMap<>();
              part.forEachRemaining(pairing -> add(pairing, areRows, clusters));
              return clusters.entrySet().stream()
                  .map(e -> new Tuple2<>(e.getKey(), e.getValue()))
                  .iterator();
            })
        .reduceByKey(DirectSource::sum)
        .values()
        .mapPartitions(
            (Iterator<double[]> sums) ->
                Collections.singletonList(ofClusters(sums, areRows)).iterator());
  }

  /** By cluster: weighted concordant, discordant and tied pairs, and how many rows these are of. */
  private static void add(Pairing pairing, boolean areRows, Map<Object, double[]> clusters) {
    ScoredRows rows = pairing.rows();
    pairing.run(
        (i, concordant, discordant, tied) -> {
          double[] sum = clusters.computeIfAbsent(rows.cluster()[i], c -> new double[4]);
          double frequency = rows.frequencyOf(i);
          double times = areRows ? Math.signum(frequency) : frequency;
          double mass = times * rows.weightOf(i);
          sum[0] += mass * concordant;
          sum[1] += mass * discordant;
          sum[2] += mass * tied;
          sum[3] += Math.max(0, frequency);
        });
  }

  private static ConcordanceSums ofClusters(Iterator<double[]> clusters, boolean areRows) {
    ConcordanceSums sums = new ConcordanceSums();
    clusters.forEachRemaining(
        c -> {
          double times = areRows ? c[3] : 1;
          sums.addPairs(times, c[0], c[1], c[2]);
          sums.addCluster(times, c[0] - c[1], c[0] + c[1] + c[2]);
        });
    return sums;
  }
}
