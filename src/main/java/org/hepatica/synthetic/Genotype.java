package org.hepatica.synthetic;

import java.time.LocalDate;
import java.util.SplittableRandom;
import org.hepatica.synthetic.SyntheticPatient.Kras;

/** KRAS of a planned patient: a literal spectrum of variants, and what was assayed when. */
final class Genotype {

  /** Protein changes of KRAS in colorectal cancer, about as frequent as in large series. */
  private static final Object[][] SPECTRUM = {
    {"G12D", 310}, {"G12V", 215}, {"G13D", 180}, {"G12C", 78}, {"G12A", 62}, {"G12S", 60},
    {"A146T", 38}, {"G12R", 14}, {"Q61H", 14}, {"A146V", 9}, {"K117N", 7}, {"Q61L", 5},
    {"Q61R", 4}, {"G13C", 3}, {"A59T", 1}
  };

  private Genotype() {}

  /** The variant at a share of the spectrum in [0, 1). */
  static String variant(double share) {
    int total = 0;
    for (Object[] row : SPECTRUM) {
      total += (Integer) row[1];
    }
    double left = share * total;
    int i = 0;
    while (i < SPECTRUM.length - 1 && left >= (Integer) SPECTRUM[i][1]) {
      left -= (Integer) SPECTRUM[i++][1];
    }
    return (String) SPECTRUM[i][0];
  }

  /** The state that all laboratories together must lead to. */
  static Kras state(boolean mutated, boolean typed, LocalDate operation, SplittableRandom random) {
    double u = random.nextDouble();
    if (!typed) {
      return u < .03 ? Kras.INDETERMINATE : Kras.NOT_TESTED;
    }
    if (mutated) {
      return Kras.MUT;
    }
    double all = operation.getYear() >= 2010 ? .8 : operation.getYear() >= 2006 ? .55 : .35;
    return u < all ? Kras.WT_ALL : Kras.WT_ASSAYED;
  }
}
