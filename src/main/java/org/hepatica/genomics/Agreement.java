package org.hepatica.genomics;

import java.util.OptionalDouble;

/**
 * How two platforms agree on patients that both tested.
 *
 * <p>Cohen's kappa is (po - pe) / (1 - pe), po the observed share of agreement, pe the share
 * expected from the margins. Its variance is that of Fleiss, Cohen and Everitt, Psychol Bull
 * 1969;72:323-327 (doi 10.1037/h0028106), for a kappa that need not be 0.
 *
 * @param bothWildType patients
 * @param onlyFirstMutated patients
 * @param onlySecondMutated patients
 * @param bothMutated patients
 */
public record Agreement(
    long bothWildType, long onlyFirstMutated, long onlySecondMutated, long bothMutated) {

  private double n() {
    return bothWildType + onlyFirstMutated + onlySecondMutated + bothMutated;
  }

  private double firstWildType() {
    return (bothWildType + onlySecondMutated) / n();
  }

  private double secondWildType() {
    return (bothWildType + onlyFirstMutated) / n();
  }

  private double expected() {
    return firstWildType() * secondWildType() + (1 - firstWildType()) * (1 - secondWildType());
  }

  /** Kappa; empty when both platforms gave everybody the same one result, or nobody any. */
  public OptionalDouble kappa() {
    if (n() == 0 || expected() == 1) {
      return OptionalDouble.empty();
    }
    double observed = (bothWildType + bothMutated) / n();
    return OptionalDouble.of((observed - expected()) / (1 - expected()));
  }

  /** Standard error of kappa; empty when kappa is. */
  public OptionalDouble standardError() {
    if (kappa().isEmpty()) {
      return OptionalDouble.empty();
    }
    double kappa = kappa().getAsDouble();
    double a = firstWildType();
    double b = secondWildType();
    double agreeing =
        bothWildType / n() * square(1 - (a + b) * (1 - kappa))
            + bothMutated / n() * square(1 - (2 - a - b) * (1 - kappa));
    double differing =
        onlySecondMutated / n() * square(b + 1 - a) + onlyFirstMutated / n() * square(1 - b + a);
    double variance =
        (agreeing + square(1 - kappa) * differing - square(kappa - expected() * (1 - kappa)))
            / (n() * square(1 - expected()));
    return OptionalDouble.of(Math.sqrt(Math.max(0, variance)));
  }

  private static double square(double x) {
    return x * x;
  }
}
