package org.hepatica.ml.direct;

import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.hepatica.survival.cox.CoxDerivatives;
import org.hepatica.survival.cox.CoxObjective;
import org.hepatica.survival.cox.ExactTies;
import org.hepatica.survival.cox.RiskSlots;
import org.hepatica.survival.cox.SlotSums;
import org.hepatica.survival.cox.SubsetTotals;
import org.hepatica.survival.cox.TableLikelihood;
import org.hepatica.survival.cox.Ties;

/** The discrete likelihood of rows in blocks: the usual passes, and one for the tied times. */
final class ExactObjective implements CoxObjective {

  /** Odds so much larger than at first are out of reach of the numbers. */
  private static final int MOST_RAISES = 300;

  private final JavaRDD<Block> blocks;
  private final JavaSparkContext spark;
  private final Broadcast<Slots> slots;
  private final Design design;
  private final DirectPasses passes;
  private final double[] single;
  private final double[] events;

  ExactObjective(
      JavaRDD<Block> blocks, JavaSparkContext spark, Broadcast<Slots> slots, Design design) {
    this.blocks = blocks;
    this.spark = spark;
    this.slots = slots;
    this.design = design;
    passes = new DirectPasses(blocks, spark, slots, design, Ties.BRESLOW);
    single = ExactTies.single(risk());
    events = passes.events(null);
  }

  private RiskSlots risk() {
    return slots.value().risk();
  }

  @Override
  public CoxDerivatives at(double[] point) {
    double[] beta = point.clone();
    SlotSums table = passes.table(beta);
    TableLikelihood alone = passes.likelihood(table, single);
    double[][] products = passes.products(new double[][] {beta}, alone);
    ExactTies ties = ExactTies.of(table, risk());
    SubsetTotals[] totals = totals(beta, ties);
    for (int raise = 0; ExactTies.anyLost(totals) && raise < MOST_RAISES; raise++) {
      ties = ties.raised(totals);
      totals = totals(beta, ties);
    }
    return alone
        .derivatives(events, beta, products[0])
        .plus(ExactTies.derivatives(totals, beta.length));
  }

  private SubsetTotals[] totals(double[] beta, ExactTies at) {
    Broadcast<Slots> shared = slots;
    Design own = design;
    Broadcast<ExactTies> ties = spark.broadcast(at);
    JavaRDD<SubsetTotals[]> parts =
        blocks.mapPartitions(
            (Iterator<Block> part) -> {
              SubsetTotals[] found = ExactPass.over(part, shared.value(), own, beta, ties.value());
              return Stream.<SubsetTotals[]>of(found).iterator();
            });
    SubsetTotals[] totals = InOrder.reduce(parts, ExactPass::merge);
    ties.destroy();
    return totals;
  }
}
