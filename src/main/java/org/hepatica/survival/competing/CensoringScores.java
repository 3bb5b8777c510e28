package org.hepatica.survival.competing;

/**
 * What estimating the distribution of censoring adds to a subject's score.
 *
 * <p>With {@code q(u) = sum over times t >= u of G(t-) (B1(u) - m(t) B0(u)) d / total(t)}, m the
 * mean of x in the risk set, B0 and B1 the sums of {@code exp(x b) / G(T-)} and {@code x exp(x b) /
 * G(T-)} over competing rows before u, c the censored and r those under observation at u: {@code
 * psi = 1(censored) q(T) / r(T) - sum over u <= T of q(u) c(u) / r(u)^2}. The sums over t do not
 * depend on u but for their start: one pass backward finds them all.
 *
 * <p>With censoring groups all of it is taken within the group; as R's {@code cmprsk::crr}, only
 * the group's own events d enter its q (Fine and Gray 1999 treat one group).
 */
final class CensoringScores {

  private final SubdistributionSums sums;
  private final SubdistributionRows rows;
  private final EarlierCompeting earlier;

  /** By group and time: sums over later times of G d / total, and of it times m. */
  private final double[][] tail;

  private final double[][][] tailOfMean;
  private final double[] observed;
  private final double[][] past;
  private final double[][] atCensoring;

  CensoringScores(SubdistributionSums sums) {
    this.sums = sums;
    rows = sums.rows;
    earlier = new EarlierCompeting(sums);
    int groups = rows.censoring.groups();
    int times = sums.events.length;
    tail = new double[groups][times + 1];
    tailOfMean = new double[groups][times + 1][];
    observed = new double[groups];
    past = new double[groups][rows.columns];
    atCensoring = new double[groups][rows.columns];
    for (int i = 0; i < rows.x.length; i++) {
      observed[rows.group[i]] += rows.frequency[i];
    }
    addTails(groups, times);
  }

  private void addTails(int groups, int times) {
    double[][] mean = new double[groups][rows.columns];
    for (int g = 0; g < groups; g++) {
      tailOfMean[g][times] = mean[g];
    }
    for (int k = times - 1; k >= 0; k--) {
      double[] events = inGroups(k, rows.isEvent);
      for (int g = 0; g < groups; g++) {
        tail[g][k] = tail[g][k + 1];
        tailOfMean[g][k] = tailOfMean[g][k + 1];
        if (events[g] > 0) {
          double step = rows.censoring.before(g, k) * events[g] / sums.total[k];
          tail[g][k] += step;
          tailOfMean[g][k] = tailOfMean[g][k + 1].clone();
          SubdistributionSums.addTo(tailOfMean[g][k], step, sums.mean[k]);
        }
      }
    }
  }

  private double[] inGroups(int k, boolean[] which) {
    double[] count = new double[observed.length];
    for (int i = rows.start[k]; i < rows.start[k + 1]; i++) {
      count[rows.group[i]] += which[i] ? rows.frequency[i] : 0;
    }
    return count;
  }

  /** Goes on to the next time: all times in order, none left out. */
  void moveTo(int k) {
    if (k > 0) {
      leave(k - 1);
    }
    double[] censored = new double[observed.length];
    for (int i = rows.start[k]; i < rows.start[k + 1]; i++) {
      censored[rows.group[i]] += isCensored(i) ? rows.frequency[i] : 0;
    }
    for (int g = 0; g < observed.length; g++) {
      for (int j = 0; j < rows.columns && censored[g] > 0; j++) {
        double q = earlier.weighted(g)[j] * tail[g][k] - earlier.total(g) * tailOfMean[g][k][j];
        atCensoring[g][j] = q / observed[g];
        past[g][j] -= q * censored[g] / (observed[g] * observed[g]);
      }
    }
  }

  private void leave(int k) {
    earlier.pass(k);
    for (int i = rows.start[k]; i < rows.start[k + 1]; i++) {
      observed[rows.group[i]] -= rows.frequency[i];
    }
  }

  private boolean isCensored(int i) {
    return !rows.isEvent[i] && !rows.isCompeting[i];
  }

  /** What is added for a subject of a row of the present time, in a column. */
  double of(int row, int column) {
    int g = rows.group[row];
    return past[g][column] + (isCensored(row) ? atCensoring[g][column] : 0);
  }
}
