package org.hepatica.survival.competing;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.hepatica.survival.FollowUpTimes;

/** Rows in memory as a source. */
record RowsSource(CompetingRows rows, int cause) implements SubdistributionSource {

  @Override
  public List<String> names() {
    return rows.names();
  }

  @Override
  public SubdistributionTotals totals() {
    long n = rows.n();
    long events = rows.total(cause);
    return new SubdistributionTotals(n, events, n - events - rows.total(CompetingCounts.CENSORED));
  }

  @Override
  public List<String> remarks() {
    return IntStream.range(0, rows.size()).anyMatch(i -> rows.time(i) < 0)
        ? List.of(FollowUpTimes.BEFORE_ZERO)
        : List.of();
  }

  @Override
  public SubdistributionObjective objective(int[] columns) {
    return new Objective(new SubdistributionRows(rows, cause, columns));
  }

  private record Objective(SubdistributionRows sorted) implements SubdistributionObjective {

    @Override
    public double[] centre() {
      return sorted.centre.clone();
    }

    @Override
    public double[] scale() {
      return sorted.scale.clone();
    }

    @Override
    public double[] range() {
      double[] range = new double[sorted.columns];
      for (int j = 0; j < range.length; j++) {
        int column = j;
        DoubleSummaryStatistics values =
            Arrays.stream(sorted.x).mapToDouble(x -> x[column]).summaryStatistics();
        range[j] = values.getMax() - values.getMin();
      }
      return range;
    }

    @Override
    public SubdistributionLikelihood at(double[] beta) {
      return SubdistributionLikelihood.at(sorted, beta);
    }
  }
}
