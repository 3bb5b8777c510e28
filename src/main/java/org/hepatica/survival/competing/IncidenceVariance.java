package org.hepatica.survival.competing;

/**
 * Cumulative incidence of one cause and its variance, time by time, as R's {@code cmprsk::cuminc}.
 *
 * <p>The delta method of Gray 1988: an event at s moves {@code F(t)} by what it adds there and by
 * what it takes from those still free of events, {@code (F(t) - F(s)) / S(s)}. With weights {@code
 * u = S(s-)^2 d (1 - (d - 1) / (n - 1)) / n^2} the variance is {@code sum of u ([cause] - (F(t) -
 * F(s)) / S(s))^2}, the sum kept as a polynomial in F(t). Where nobody is left, {@code 1 / S}
 * counts as 0.
 */
final class IncidenceVariance {

  private double free = 1;
  private double incidence;
  private double constant;
  private double linear;
  private double square;

  /**
   * Adds a time.
   *
   * @param risk patients at risk
   * @param events of the cause there
   * @param others events of other causes there
   */
  void add(long risk, long events, long others) {
    if (events + others == 0) {
      return;
    }
    double before = free;
    double n = risk;
    free = before * (n - events - others) / n;
    incidence += before * events / n;
    double inverse = free > 0 ? 1 / free : 0;
    addTerm(before, n, others, incidence * inverse, inverse);
    addTerm(before, n, events, 1 + incidence * inverse, inverse);
  }

  private void addTerm(double before, double n, long d, double level, double slope) {
    if (d == 0) {
      return;
    }
    double ties = d > 1 ? 1 - (d - 1) / (n - 1) : 1;
    double u = before * before * ties * d / (n * n);
    constant += level * level * u;
    linear += level * slope * u;
    square += slope * slope * u;
  }

  double incidence() {
    return incidence;
  }

  double variance() {
    return Math.max(0, constant + incidence * (incidence * square - 2 * linear));
  }
}
