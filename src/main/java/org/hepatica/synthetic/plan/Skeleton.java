package org.hepatica.synthetic.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The times of one cell, before anybody is chosen for them: as many events as published, placed so
 * that the Kaplan-Meier estimate of the observed data runs along the cell's curve, whatever the
 * seed (a systematic sample: one event in each step of the estimate, jittered within it).
 */
final class Skeleton {

  /** Treatment begins within weeks: nothing happens to an HAI patient before. */
  private static final int HAI_DAYS = 60;

  private static final double LATEST_YEARS = 21.5;

  private final Cell cell;
  private final int n;
  private final Draw draw;

  private Skeleton(Cell cell, int n, Draw draw) {
    this.cell = cell;
    this.n = n;
    this.draw = draw;
  }

  static List<Slot> of(Cell cell, int n, Draw draw) {
    return n == 0 ? List.of() : new Skeleton(cell, n, draw).slots();
  }

  private List<Slot> slots() {
    int[] outcomes = Outcome.counts(cell, n);
    int first = outcomes[Outcome.DEATH.ordinal()];
    int free = outcomes[Outcome.NEITHER.ordinal()];
    int recurrences = n - first - free;
    int later =
        Math.min(recurrences, Math.max(0, Apportion.part(n, cell.deaths, cell.count) - first));

    double[] ends = FollowUp.years(n - first - later, draw);
    boolean[] endFree = draw.systematic(ends.length, free);
    double[] deaths = events(cell.overall, ends, first + later);
    double[] freeEnds = only(ends, endFree, true);
    double[] firsts = events(cell.recurrenceFree, freeEnds, first + recurrences);
    boolean[] deathFirst = withoutRecurrence(deaths.length, first);

    List<Slot> slots = new ArrayList<>();
    add(slots, freeEnds, Slot.Kind.END_WITHOUT_RECURRENCE);
    add(slots, only(ends, endFree, false), Slot.Kind.END_AFTER_RECURRENCE);
    double[] dead = only(deaths, deathFirst, true);
    add(slots, dead, Slot.Kind.DEATH_WITHOUT_RECURRENCE);
    add(slots, only(deaths, deathFirst, false), Slot.Kind.DEATH_AFTER_RECURRENCE);
    add(slots, without(firsts, dead), Slot.Kind.RECURRENCE);
    return slots;
  }

  /** Event times whose Kaplan-Meier estimate, with these ends of follow-up, is the curve. */
  private double[] events(Curve curve, double[] ends, int count) {
    double[] times = new double[count];
    int atRisk = ends.length + count;
    int ended = 0;
    double level = 1;
    for (int i = 0; i < count; i++) {
      double u = draw.uniform();
      double next = step(level, atRisk);
      double time = curve.timeOf(level + (next - level) * u);
      while (ended < ends.length && ends[ended] < time) {
        ended++;
        atRisk--;
        next = step(level, atRisk);
        time = curve.timeOf(level + (next - level) * u);
      }
      times[i] = time < LATEST_YEARS ? time : LATEST_YEARS * (.8 + .2 * u);
      level = next;
      atRisk--;
    }
    Arrays.sort(times);
    return times;
  }

  private static double step(double level, int atRisk) {
    return level * (1 - 1.0 / Math.max(1, atRisk));
  }

  /** The deaths without recurrence: the first few after the operation, the others spread. */
  private boolean[] withoutRecurrence(int deaths, int count) {
    int early = Math.min(count, Math.round(count / 3f));
    boolean[] spread = draw.systematic(deaths - early, count - early);
    boolean[] chosen = new boolean[deaths];
    for (int i = 0; i < deaths; i++) {
      chosen[i] = i < early || spread[i - early];
    }
    return chosen;
  }

  private static double[] only(double[] values, boolean[] flags, boolean wanted) {
    double[] kept = new double[values.length];
    int size = 0;
    for (int i = 0; i < values.length; i++) {
      if (flags[i] == wanted) {
        kept[size++] = values[i];
      }
    }
    return Arrays.copyOf(kept, size);
  }

  /** The first events without those nearest to the deaths that are first events themselves. */
  private static double[] without(double[] firsts, double[] deaths) {
    boolean[] taken = new boolean[firsts.length];
    for (double death : deaths) {
      int nearest = -1;
      for (int i = 0; i < firsts.length; i++) {
        boolean nearer =
            nearest < 0 || Math.abs(firsts[i] - death) < Math.abs(firsts[nearest] - death);
        nearest = !taken[i] && nearer ? i : nearest;
      }
      taken[nearest] = true;
    }
    return only(firsts, taken, false);
  }

  private void add(List<Slot> slots, double[] years, Slot.Kind kind) {
    int earliest = cell.hai() ? HAI_DAYS : kind == Slot.Kind.DEATH_WITHOUT_RECURRENCE ? 0 : 20;
    for (double time : years) {
      int day = (int) Math.round(time * FollowUp.DAYS);
      slots.add(new Slot(cell, Math.max(earliest, day), kind));
    }
  }
}
