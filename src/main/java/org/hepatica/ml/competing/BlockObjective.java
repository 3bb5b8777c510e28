package org.hepatica.ml.competing;

import org.apache.spark.broadcast.Broadcast;
import org.hepatica.survival.competing.ResidualTable;
import org.hepatica.survival.competing.SlotHazard;
import org.hepatica.survival.competing.SubdistributionLikelihood;
import org.hepatica.survival.competing.SubdistributionObjective;
import org.hepatica.survival.competing.SubdistributionTable;
import org.hepatica.survival.cox.SlotSums;

/** The likelihood of some columns, its sums made where the blocks are. */
final class BlockObjective implements SubdistributionObjective {

  private final SubjectBlocks source;
  private final int[] columns;
  private final double[] centre;
  private final double[] scale;
  private final double[] range;
  private final double[] eventX;

  BlockObjective(
      SubjectBlocks source, int[] columns, double[] centre, double[] scale, double[] range) {
    this.source = source;
    this.columns = columns;
    this.centre = centre;
    this.scale = scale;
    this.range = range;
    BlockPass.Design design = design(new double[columns.length]);
    eventX = source.reduce(part -> BlockPass.events(part, design), BlockObjective::sum);
  }

  private BlockPass.Design design(double[] beta) {
    return new BlockPass.Design(columns, centre, scale, beta.clone());
  }

  @Override
  public double[] centre() {
    return centre.clone();
  }

  @Override
  public double[] scale() {
    return scale.clone();
  }

  @Override
  public double[] range() {
    return range.clone();
  }

  @Override
  public SubdistributionLikelihood at(double[] beta) {
    BlockPass.Design design = design(beta);
    int size = source.slots.time().length;
    SlotSums sums = source.reduce(part -> BlockPass.risk(part, design, size), (a, b) -> a.merge(b));
    SubdistributionTable table = new SubdistributionTable(sums, source.slots);
    Broadcast<SlotHazard> hazard = source.spark.broadcast(table.hazards());
    Broadcast<double[]> shift = source.spark.broadcast(table.shift());
    double[] products =
        source.reduce(
            part -> BlockPass.products(part, design, shift.value(), hazard.value()),
            BlockObjective::sum);
    hazard.destroy();
    shift.destroy();
    return table.likelihood(eventX, beta, products, () -> squares(table, design));
  }

  private double[][] squares(SubdistributionTable table, BlockPass.Design design) {
    Broadcast<ResidualTable> residuals = source.spark.broadcast(table.residuals());
    Broadcast<double[]> shift = source.spark.broadcast(table.shift());
    double[] triangle =
        source.reduce(
            part -> BlockPass.squares(part, design, shift.value(), residuals.value()),
            BlockObjective::sum);
    residuals.destroy();
    shift.destroy();
    double[][] squares = new double[columns.length][columns.length];
    int cell = 0;
    for (int i = 0; i < squares.length; i++) {
      for (int j = 0; j <= i; j++) {
        squares[i][j] = squares[j][i] = triangle[cell++];
      }
    }
    return squares;
  }

  private static double[] sum(double[] a, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += b[i];
    }
    return a;
  }
}
