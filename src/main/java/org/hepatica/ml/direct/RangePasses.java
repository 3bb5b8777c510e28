package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.hepatica.survival.cox.CoxDerivatives;
import org.hepatica.survival.cox.ExactTies;
import org.hepatica.survival.cox.LevelSums;
import org.hepatica.survival.cox.Neighbours;
import org.hepatica.survival.cox.PassedSteps;
import org.hepatica.survival.cox.SlotSums;
import org.hepatica.survival.cox.TableLikelihood;
import org.hepatica.survival.cox.Ties;

/**
 * The passes over ranges of time at some coefficients.
 *
 * <p>First each range's table of sums by slot, which stays there; its totals, p + 1 numbers a
 * stratum, say who is at risk in earlier ranges. Then what the event times of a range add up to, a
 * number a stratum and likelihood, from the tables alone; later ranges begin with it. Then
 * likelihood, gradient and information of each range, as if there were no other. To be closed.
 */
final class RangePasses {

  private final JavaSparkContext spark;
  private final Design design;
  private final double[] beta;
  private final Ties ties;
  private final JavaRDD<SlotSums> tables;
  private final JavaPairRDD<RangeRows, SlotSums> ranges;
  private final RangeOffsets later;

  RangePasses(
      JavaRDD<RangeRows> rows, JavaSparkContext spark, Design design, double[] beta, Ties ties) {
    this.spark = spark;
    this.design = design;
    this.beta = beta;
    this.ties = ties;
    tables =
        rows.map(range -> RiskPass.over(range.blocks().iterator(), range.slots(), design, beta));
    tables.persist(StorageLevel.MEMORY_AND_DISK());
    ranges = rows.zip(tables);
    later =
        RangeOffsets.of(
            ranges.map(range -> range._1.byStratum(totals(range._1, range._2))).collect());
  }

  private static LevelSums[] totals(RangeRows range, SlotSums table) {
    return LevelSums.of(table, range.slots().risk());
  }

  /** What is done with a range. */
  interface Visit<T> extends Serializable {
    T of(RangeRows range, SlotSums table, Neighbours around);
  }

  <T> JavaRDD<T> visit(Broadcast<RangeOffsets> offsets, Visit<T> visit) {
    return ranges.map(range -> visit.of(range._1, range._2, offsets.value().of(range._1)));
  }

  /** What each event time's part is multiplied by, in one likelihood or in several. */
  interface Multipliers extends Serializable {

    /** By likelihood, a number for each slot of a range; null for 1. */
    double[][] of(RangeRows range);
  }

  /** The derivatives, but for what the events' own covariates add. */
  CoxDerivatives derivatives() {
    return derivatives(range -> new double[][] {null})[0];
  }

  /** The same of several likelihoods in one walk over the rows. */
  CoxDerivatives[] derivatives(Multipliers multipliers) {
    Broadcast<RangeOffsets[]> all = spark.broadcast(offsets(multipliers));
    Ties treatment = ties;
    Design own = design;
    double[] at = beta;
    CoxDerivatives[] sums =
        InOrder.reduceNumbers(
            ranges.map(
                range ->
                    derivatives(
                        range._1,
                        likelihoods(range._1, range._2, treatment, all.value(), multipliers),
                        own,
                        at)),
            RangePasses::plus);
    all.destroy();
    return sums;
  }

  /** Of times at which one has the event, and no others. */
  CoxDerivatives ofTimesWithOneEvent() {
    return derivatives(range -> new double[][] {ExactTies.single(range.slots().risk())})[0];
  }

  /** The times at which several have the event. */
  TiedPlaces tiedPlaces() {
    Broadcast<RangeOffsets> known = spark.broadcast(later);
    List<Map<Object, TiedPlaces.Part>> parts =
        visit(known, (range, table, around) -> TiedPlaces.parts(range.slots(), table, around))
            .collect();
    known.destroy();
    return TiedPlaces.of(parts);
  }

  /** By likelihood, what ranges must know: earlier steps are times the same numbers. */
  private RangeOffsets[] offsets(Multipliers multipliers) {
    Ties treatment = ties;
    Broadcast<RangeOffsets[]> known = spark.broadcast(new RangeOffsets[] {later});
    List<List<Map<Object, PassedSteps>>> passed =
        ranges
            .map(
                range ->
                    Arrays.stream(
                            likelihoods(range._1, range._2, treatment, known.value(), multipliers))
                        .map(likelihood -> range._1.byStratum(likelihood.passed()))
                        .toList())
            .collect();
    known.destroy();
    RangeOffsets[] all = new RangeOffsets[passed.get(0).size()];
    Arrays.setAll(all, m -> later.with(passed.stream().map(range -> range.get(m)).toList()));
    return all;
  }

  /**
   * A likelihood a multiplier.
   *
   * @param offsets one a multiplier, or one for all
   */
  private static TableLikelihood[] likelihoods(
      RangeRows range, SlotSums table, Ties ties, RangeOffsets[] offsets, Multipliers multipliers) {
    double[][] all = multipliers.of(range);
    TableLikelihood[] likelihoods = new TableLikelihood[all.length];
    for (int m = 0; m < all.length; m++) {
      Neighbours around = offsets[Math.min(m, offsets.length - 1)].of(range);
      likelihoods[m] = new TableLikelihood(table, range.slots().risk(), ties, all[m], around);
    }
    return likelihoods;
  }

  private static CoxDerivatives[] derivatives(
      RangeRows range, TableLikelihood[] likelihoods, Design design, double[] beta) {
    double[][] betas = new double[likelihoods.length][];
    Arrays.fill(betas, beta);
    ProductPass.Weights[] weights = ProductPass.Weights.of(likelihoods);
    double[][] products =
        ProductPass.over(range.blocks().iterator(), range.slots(), design, betas, weights);
    double[] none = new double[beta.length + 1];
    CoxDerivatives[] found = new CoxDerivatives[likelihoods.length];
    Arrays.setAll(found, m -> likelihoods[m].derivatives(none, beta, products[m]));
    return found;
  }

  private static CoxDerivatives[] plus(CoxDerivatives[] sums, CoxDerivatives[] more) {
    Arrays.setAll(sums, m -> sums[m].plus(more[m]));
    return sums;
  }

  Ties ties() {
    return ties;
  }

  Design design() {
    return design;
  }

  /** What ranges must know before any steps are known. */
  RangeOffsets later() {
    return later;
  }

  double[] beta() {
    return beta;
  }

  /** The cross products of clusters' score residuals. */
  double[][] scoreProducts(Carried carried) {
    RangeSteps steps = new RangeSteps(this, spark);
    try {
      return steps.scoreProducts(carried);
    } finally {
      steps.close();
    }
  }

  /** Firth's trace, given the inverse information. */
  double[] trace(double[][] inverse) {
    RangeSteps steps = new RangeSteps(this, spark);
    try {
      return steps.trace(inverse);
    } finally {
      steps.close();
    }
  }

  void close() {
    tables.unpersist(false);
  }
}
