package org.hepatica.survival.cox;

import java.io.Serializable;
import java.util.Optional;

/**
 * The sums that a concordance and its standard error are made of: a mergeable state, the sums of
 * all subjects being the merged sums of some. Mutable, for one thread.
 */
public final class ConcordanceSums implements Serializable {

  private static final long serialVersionUID = 1L;

  private double concordant;
  private double discordant;
  private double tied;
  private double squaresOfDifference;
  private double products;
  private double squaresOfPairs;

  /**
   * Adds the pairs of a subject; each pair is to be added from both its ends.
   *
   * @param mass frequency times case weight
   * @param agreeing its weighted concordant pairs
   * @param opposed its discordant pairs
   * @param equal its pairs with one predictor
   */
  public void addPairs(double mass, double agreeing, double opposed, double equal) {
    concordant += mass * agreeing / 2;
    discordant += mass * opposed / 2;
    tied += mass * equal / 2;
  }

  /**
   * Adds what a cluster, or a subject where there are none, tells of the variance.
   *
   * @param times how many such clusters there are
   * @param difference the weighted sum over its subjects of concordant less discordant pairs
   * @param pairs the weighted sum of all their pairs
   */
  public void addCluster(double times, double difference, double pairs) {
    squaresOfDifference += times * difference * difference;
    products += times * difference * pairs;
    squaresOfPairs += times * pairs * pairs;
  }

  /** Adds the sums of other subjects; gives this. */
  public ConcordanceSums merge(ConcordanceSums other) {
    concordant += other.concordant;
    discordant += other.discordant;
    tied += other.tied;
    squaresOfDifference += other.squaresOfDifference;
    products += other.products;
    squaresOfPairs += other.squaresOfPairs;
    return this;
  }

  /** The concordance; empty if no two subjects can be compared. */
  public Optional<ConcordanceResult> result() {
    double pairs = concordant + discordant + tied;
    if (!(pairs > 0)) {
      return Optional.empty();
    }
    double somers = (concordant - discordant) / pairs;
    double sum = squaresOfDifference - 2 * somers * products + somers * somers * squaresOfPairs;
    double error = Math.sqrt(Math.max(0, sum)) / pairs;
    return Optional.of(
        new ConcordanceResult((somers + 1) / 2, error / 2, concordant, discordant, tied));
  }
}
