package org.hepatica.ml.direct;

import java.util.Arrays;
import java.util.List;
import org.hepatica.survival.WaldEstimate;
import org.hepatica.survival.cox.ColumnScale;
import org.hepatica.survival.cox.CoxFit;
import org.hepatica.survival.cox.CoxObjective;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.CoxSource;
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

  /** The coefficients of these rows, one a column in its own unit; 0 where there is none. */
  double[] coefficients() {
    double[] found = new double[facts.names().size()];
    CoxFit fit = options.fit(this, found);
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
  public CoxObjective objective(int[] columns) {
    Design design = facts.design(columns);
    double[] events = EventPass.over(blocks.iterator(), slots, design, null);
    return beta ->
        WholeStrata.derivatives(blocks, slots, options.ties(), design, events, beta.clone());
  }
}
