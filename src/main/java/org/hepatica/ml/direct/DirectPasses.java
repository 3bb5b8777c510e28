package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.hepatica.survival.cox.CoxDerivatives;
import org.hepatica.survival.cox.MeanTrace;
import org.hepatica.survival.cox.PointsObjective;
import org.hepatica.survival.cox.RiskSlots;
import org.hepatica.survival.cox.SlotSteps;
import org.hepatica.survival.cox.SlotSums;
import org.hepatica.survival.cox.TableLikelihood;
import org.hepatica.survival.cox.Ties;

/**
 * The passes over blocks wherever they lie, for a model of some columns: two jobs, at however many
 * points. First the tables of all slots, which go to the driver; then what the products of columns
 * add up to with the weights these tables give.
 */
final class DirectPasses implements PointsObjective {

  private final JavaRDD<Block> blocks;
  private final JavaSparkContext spark;
  private final Broadcast<Slots> slots;
  private final Design design;
  private final Ties ties;

  /** What the events' own columns add up to, once a first pass has told; null before. */
  private double[] events;

  DirectPasses(
      JavaRDD<Block> blocks,
      JavaSparkContext spark,
      Broadcast<Slots> slots,
      Design design,
      Ties ties) {
    this.blocks = blocks;
    this.spark = spark;
    this.slots = slots;
    this.design = design;
    this.ties = ties;
  }

  /** Tables by point, and the events' sums where these were asked for. */
  private record Tables(SlotSums[] at, double[] events) implements Serializable {

    static Tables over(
        Iterator<Block> part, Slots slots, Design design, double[][] betas, boolean withEvents) {
      RiskPass risk = new RiskPass(slots, design, betas);
      EventPass events = new EventPass(slots, design, null);
      while (part.hasNext()) {
        Block block = part.next();
        risk.add(block);
        if (withEvents) {
          events.add(block);
        }
      }
      return new Tables(risk.tables(), events.sums());
    }

    Tables merge(Tables other) {
      for (int point = 0; point < at.length; point++) {
        at[point].merge(other.at[point]);
      }
      DirectSource.sum(events, other.events);
      return this;
    }
  }

  @Override
  public List<CoxDerivatives> at(List<double[]> points) {
    double[][] betas = points.stream().map(double[]::clone).toArray(double[][]::new);
    SlotSums[] tables = tables(betas);
    TableLikelihood[] likelihoods = new TableLikelihood[betas.length];
    Arrays.setAll(likelihoods, point -> likelihood(tables[point], null));
    double[][] products = products(betas, likelihoods);
    List<CoxDerivatives> found = new ArrayList<>();
    for (int point = 0; point < betas.length; point++) {
      found.add(likelihoods[point].derivatives(events, betas[point], products[point]));
    }
    return found;
  }

  /** The sums of all slots at some points, with the events' on the first occasion. */
  private SlotSums[] tables(double[]... betas) {
    Broadcast<Slots> shared = slots;
    Design own = design;
    boolean first = events == null;
    Tables tables =
        reduced(part -> Tables.over(part, shared.value(), own, betas, first), Tables::merge);
    if (first) {
      events = tables.events;
    }
    return tables.at;
  }

  /** The sums of all slots at a point. */
  SlotSums table(double[] beta) {
    return tables(beta)[0];
  }

  TableLikelihood likelihood(SlotSums table, double[] multiplier) {
    return new TableLikelihood(table, slots.value().risk(), ties, multiplier);
  }

  /** A triangle a point, of the likelihood there. */
  double[][] products(double[][] betas, TableLikelihood... likelihoods) {
    Broadcast<Slots> shared = slots;
    Design own = design;
    Broadcast<ProductPass.Weights[]> weights = spark.broadcast(ProductPass.Weights.of(likelihoods));
    double[][] products =
        reduced(
            part -> ProductPass.over(part, shared.value(), own, betas, weights.value()),
            ScorePass::add);
    weights.destroy();
    return products;
  }

  /** The derivatives at a point of which the table is known, as {@link #tables} made it. */
  private CoxDerivatives derivatives(double[] beta, SlotSums table) {
    TableLikelihood likelihood = likelihood(table, null);
    double[][] products = products(new double[][] {beta}, likelihood);
    return likelihood.derivatives(events, beta, products[0]);
  }

  /** The likelihood with Firth's penalty. */
  CoxDerivatives penalised(double[] beta) {
    SlotSums table = table(beta);
    RiskSlots risk = slots.value().risk();
    return FirthSource.penalised(
        derivatives(beta, table),
        inverse ->
            DirectSource.sum(
                MeanTrace.of(table, risk, ties, inverse), trace(beta, table, inverse)));
  }

  /** What subjects add to Firth's trace; see {@link TracePass}. */
  private double[] trace(double[] beta, SlotSums table, double[][] inverse) {
    Broadcast<Slots> shared = slots;
    Design own = design;
    SlotSteps steps = SlotSteps.of(table, slots.value().risk(), ties);
    Broadcast<TracePass.Weights> weights = spark.broadcast(new TracePass.Weights(steps, inverse));
    double[] trace =
        reduced(
            part -> TracePass.over(part, shared.value(), own, beta, weights.value()),
            DirectSource::sum);
    weights.destroy();
    return trace;
  }

  /** What the events' own columns add up to, each slot's times a number. */
  double[] events(double[] multiplier) {
    Broadcast<Slots> shared = slots;
    Design own = design;
    return reduced(
        part -> EventPass.over(part, shared.value(), own, multiplier), DirectSource::sum);
  }

  private interface Pass<T> extends Serializable {
    T over(Iterator<Block> part);
  }

  private <T> T reduced(Pass<T> pass, InOrder.Merge<T> merge) {
    return InOrder.reduce(
        blocks.mapPartitions((Iterator<Block> part) -> List.of(pass.over(part)).iterator()), merge);
  }
}
