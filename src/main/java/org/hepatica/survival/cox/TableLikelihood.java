package org.hepatica.survival.cox;

/**
 * Cox's partial likelihood from a risk table: all of its value and gradient but the sums over the
 * events' own covariates, and that part of the information that needs no products of two columns.
 *
 * <p>The other part, {@code sum over event times of (sum of 1/z) S2 - (sum of f/z) D2}, is a sum
 * over subjects of {@code weight x x'}, where a subject's weight is its hazard ratio times what the
 * event times it was at risk at add up to. {@link #atRisk} and {@link #tied} give these, so that
 * the products are summed where the subjects lie: {@code v = weight exp(eta - shift) (atRisk -
 * [event] tied)}. Who comes under observation late is a subject who leaves then with the weight
 * taken off.
 *
 * <p>Efron 1977, doi:10.1080/01621459.1977.10480613.
 */
public final class TableLikelihood {

  private final RiskSlots slots;
  private final TieSums ties = new TieSums();
  private final Ties treatment;
  private final double[] multiplier;
  private final int p;
  private final double[] shift;
  private final double[] atRisk;
  private final double[] tied;
  private final double[] gradient;
  private final double[] information;
  private double logLikelihood;

  /**
   * Adds up a table.
   *
   * @param table sums at some coefficients
   * @param slots what its slots are
   * @param treatment of ties, Efron's or Breslow's
   */
  public TableLikelihood(SlotSums table, RiskSlots slots, Ties treatment) {
    this(table, slots, treatment, null);
  }

  /**
   * Adds up a table, each event time's part times a number of its own.
   *
   * @param table sums at some coefficients
   * @param slots what its slots are
   * @param treatment of ties, Efron's or Breslow's
   * @param multiplier one number a slot; null for 1
   */
  public TableLikelihood(SlotSums table, RiskSlots slots, Ties treatment, double[] multiplier) {
    this(table, slots, treatment, multiplier, Neighbours.NONE);
  }

  /**
   * Adds up the table of a range of times.
   *
   * @param table sums at some coefficients
   * @param slots what its slots are
   * @param treatment of ties, Efron's or Breslow's
   * @param multiplier one number a slot; null for 1
   * @param around what the ranges around it add up to
   */
  public TableLikelihood(
      SlotSums table, RiskSlots slots, Ties treatment, double[] multiplier, Neighbours around) {
    this.slots = slots;
    this.treatment = treatment;
    this.multiplier = multiplier;
    p = table.columns();
    shift = new double[slots.size()];
    atRisk = new double[slots.size()];
    tied = new double[slots.size()];
    gradient = new double[p];
    information = new double[p * (p + 1) / 2];
    SlotSweep.over(
        table,
        slots,
        around,
        (slot, level, risk, dead) -> {
          shift[slot] = level;
          if (slots.deaths()[slot] > 0) {
            add(slot, risk, dead);
          }
        });
    for (int stratum = 0; stratum < slots.strata(); stratum++) {
      fromTheFirst(slots.first()[stratum], slots.first()[stratum + 1], around.earlier(stratum));
    }
  }

  private void add(int slot, double[] risk, double[] dead) {
    ties.set(treatment, slots.deaths()[slot], slots.meanWeight(slot), risk[0], dead[0]);
    double times = multiplier == null ? 1 : multiplier[slot];
    if (times != 1) {
      ties.weigh(times);
    }
    logLikelihood -= ties.logZ + times * slots.deathWeight()[slot] * shift[slot];
    atRisk[slot] = ties.inverse;
    tied[slot] = ties.fInverse;
    int cell = 0;
    for (int j = 0; j < p; j++) {
      double rj = risk[j + 1];
      double dj = dead[j + 1];
      gradient[j] -= ties.inverse * rj - ties.fInverse * dj;
      double ofRisk = ties.square * rj - ties.fSquare * dj;
      double ofDead = ties.ffSquare * dj - ties.fSquare * rj;
      for (int k = 0; k <= j; k++, cell++) {
        information[cell] -= ofRisk * risk[k + 1] + ofDead * dead[k + 1];
      }
    }
  }

  /** Turns each event time's 1/z into the sum over the event times until then. */
  private void fromTheFirst(int from, int to, PassedSteps earlier) {
    if (earlier != null && from < to) {
      atRisk[from] += earlier.at(shift[from])[0];
    }
    for (int slot = from + 1; slot < to; slot++) {
      double fall = shift[slot] - shift[slot - 1];
      atRisk[slot] += atRisk[slot - 1] * (fall == 0 ? 1 : Math.exp(fall));
    }
  }

  /** What each stratum's event times add up to; of strata that have slots. */
  public PassedSteps[] passed() {
    PassedSteps[] passed = new PassedSteps[slots.strata()];
    for (int stratum = 0; stratum < passed.length; stratum++) {
      int last = slots.first()[stratum + 1] - 1;
      passed[stratum] = new PassedSteps(shift[last], new double[] {atRisk[last]});
    }
    return passed;
  }

  /** What the hazard ratios of those who leave at each slot are to be relative to. */
  public double[] shift() {
    return shift;
  }

  /** By slot, the sum of 1/z over the event times until then, times {@code exp(shift)}. */
  public double[] atRisk() {
    return atRisk;
  }

  /** By slot, the sum of f/z over its tied events, times {@code exp(shift)}. */
  public double[] tied() {
    return tied;
  }

  /**
   * The derivatives.
   *
   * @param events the weighted sum of the events' covariates, then of their offsets
   * @param beta the coefficients that the table was made at
   * @param products the sum of {@code v x x'} over subjects, the lower triangle row after row
   */
  public CoxDerivatives derivatives(double[] events, double[] beta, double[] products) {
    double[][] matrix = new double[p][p];
    int cell = 0;
    for (int j = 0; j < p; j++) {
      for (int k = 0; k <= j; k++, cell++) {
        matrix[j][k] = matrix[k][j] = information[cell] + products[cell];
      }
    }
    return new CoxDerivatives(logLikelihood, gradient, matrix)
        .plus(CoxDerivatives.ofEvents(events, beta));
  }
}
