package org.hepatica.ml.direct;

import java.util.Arrays;
import java.util.List;
import org.hepatica.survival.WaldEstimate;
import org.hepatica.survival.cox.ColumnScale;
import org.hepatica.survival.cox.CoxFit;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.CoxSource;
import org.hepatica.survival.cox.PointsObjective;
import org.hepatica.survival.cox.SubjectTotals;

/** A few blocks in one place: the same passes without Spark, for a start of the climb. */
final class BlocksHere implements CoxSource {

  private final List<Block> blocks;
  private final BlockFacts facts;
  private final Slots slots;
  private final CoxRegression options;

  BlocksHere(List<Block> blocks, List<String> names, Carried carried, CoxRegression options) {
    this.blocks = blocks;
    this.options = options;
    facts = new BlockFacts(names, carried, Summary.of(blocks.iterator(), carried));
    slots = new Slots(facts.summary().strata);
  }

  /** Some of these rows for all. */
  BlocksHere thinned(int each) {
    Thinning thinning = facts.thinning(each);
    List<Block> some = blocks.stream().map(thinning::of).toList();
    return new BlocksHere(some, facts.names(), thinning.carries(), options);
  }

  /**
   * The coefficients of these rows, one a column in its own unit; 0 where there is none.
   *
   * @param start coefficients to start at
   */
  double[] coefficients(double[] start) {
    double[] found = new double[facts.names().size()];
    CoxFit fit = options.fit(this, start);
    Arrays.setAll(
        found,
        j -> fit.coefficients().get(j).estimate().map(WaldEstimate::coefficient).orElse(0.0));
    return found;
  }

  @Override
  public List<String> names() {
    return facts.names();
  }

  @Override
  public SubjectTotals totals() {
    return BlockFacts.totals(slots);
  }

  @Override
  public ColumnScale scale() {
    return facts.scale();
  }

  @Override
  public PointsObjective objective(int[] columns) {
    Design design = facts.design(columns);
    double[] events = EventPass.over(blocks.iterator(), slots, design, null);
    return points -> {
      double[][] betas = points.toArray(double[][]::new);
      return List.of(WholeStrata.derivatives(blocks, slots, options.ties(), design, events, betas));
    };
  }
}
