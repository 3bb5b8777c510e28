package org.hepatica.ml.direct;

import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.hepatica.survival.cox.CoxDerivatives;
import org.hepatica.survival.cox.CoxObjective;
import org.hepatica.survival.cox.ExactTies;
import org.hepatica.survival.cox.SubsetTotals;

/** The discrete likelihood of rows in blocks: the usual passes, and one for the tied times. */
final class ExactObjective implements CoxObjective {

  /** Odds so much larger or smaller than at first are out of reach of the numbers. */
  private static final int MOST_SCALES = 300;

  private final JavaRDD<Block> blocks;
  private final JavaSparkContext spark;
  private final Design design;
  private final Function<double[], Usual> usual;

  /**
   * What the usual passes tell.
   *
   * @param derivatives of all but the tied times' denominators
   * @param places the tied times
   */
  record Usual(CoxDerivatives derivatives, TiedPlaces places) {}

  /**
   * @param usual what the usual passes tell at some coefficients
   */
  ExactObjective(
      JavaRDD<Block> blocks,
      JavaSparkContext spark,
      Design design,
      Function<double[], Usual> usual) {
    this.blocks = blocks;
    this.spark = spark;
    this.design = design;
    this.usual = usual;
  }

  @Override
  public CoxDerivatives at(double[] point) {
    double[] beta = point.clone();
    Usual known = usual.apply(beta);
    TiedPlaces places = known.places();
    SubsetTotals[] totals = totals(beta, places);
    for (int scale = 0; ExactTies.anyLost(totals) && scale < MOST_SCALES; scale++) {
      places = places.with(places.ties().rescaled(totals));
      totals = totals(beta, places);
    }
    return known.derivatives().plus(ExactTies.derivatives(totals, beta.length));
  }

  private SubsetTotals[] totals(double[] beta, TiedPlaces at) {
    Design own = design;
    Broadcast<TiedPlaces> places = spark.broadcast(at);
    JavaRDD<SubsetTotals[]> parts =
        blocks.mapPartitions(
            (Iterator<Block> part) -> {
              SubsetTotals[] found = ExactPass.over(part, places.value(), own, beta);
              return Stream.<SubsetTotals[]>of(found).iterator();
            });
    SubsetTotals[] totals = InOrder.reduce(parts, ExactPass::merge);
    places.destroy();
    return totals;
  }
}
