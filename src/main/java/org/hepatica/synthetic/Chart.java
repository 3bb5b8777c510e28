package org.hepatica.synthetic;

import java.time.LocalDate;
import java.util.SplittableRandom;
import org.hepatica.synthetic.plan.Member;

/** Puts a planned patient on the calendar and through the laboratory. */
record Chart(Member member, boolean typed) {

  private static final LocalDate CUT_OFF = LocalDate.of(2015, 12, 31);
  private static final LocalDate FIRST = LocalDate.of(1993, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2012, 12, 31);
  private static final int SHORTEST = (int) (CUT_OFF.toEpochDay() - LAST.toEpochDay());
  private static final int LONGEST = (int) (CUT_OFF.toEpochDay() - FIRST.toEpochDay());

  /** Contact is at most so long before the cut-off, unless the patient was lost. */
  private static final int LAG = 150;

  SyntheticPatient patient(long index, Exclusion rule, SplittableRandom random) {
    LocalDate operation = operation(rule, random);
    SyntheticPatient.Kras kras = Genotype.state(member.mutated, typed, operation, random);
    String variant =
        kras == SyntheticPatient.Kras.MUT ? Genotype.variant(random.nextDouble()) : null;
    boolean recurred = member.recurrenceDays >= 0;
    return new SyntheticPatient(
        index,
        rule == null ? null : rule.id,
        member.female,
        member.age,
        operation,
        kras,
        variant,
        member.hai,
        member.haiBefore,
        member.systemic,
        member.metastases == 0 ? null : Integer.valueOf(member.metastases),
        known(member.largestCm),
        member.ablation,
        member.extrahepatic,
        member.synchronous,
        member.diseaseFreeMonths,
        member.segments,
        member.twoStage,
        member.nodePositive,
        member.marginPositive,
        known(member.cea),
        member.overallDays,
        member.dead,
        recurred ? Integer.valueOf(member.recurrenceDays) : null,
        recurred ? member.site : null);
  }

  private static Double known(double value) {
    return Double.isNaN(value) ? null : Double.valueOf(value);
  }

  /** So long before the cut-off that the patient's follow-up fits. */
  private LocalDate operation(Exclusion rule, SplittableRandom random) {
    if (rule == Exclusion.OUTSIDE_PERIOD) {
      return FIRST.minusDays(1 + random.nextInt(900));
    }
    return CUT_OFF.minusDays(potential(random));
  }

  private int potential(SplittableRandom random) {
    int least = Math.max(SHORTEST, member.overallDays);
    boolean lost = member.dead || member.overallDays < SHORTEST;
    if (!lost && random.nextInt(10) < (typed ? 9 : 6)) {
      return Math.min(LONGEST, least + random.nextInt(LAG));
    }
    double share = typed ? Math.pow(random.nextDouble(), 1.6) : random.nextDouble();
    return least + (int) (share * (LONGEST - least));
  }
}
