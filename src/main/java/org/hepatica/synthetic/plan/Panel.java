package org.hepatica.synthetic.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A panel of patients planned as one: 674 of them meet every published count. */
public final class Panel {

  private Panel() {}

  /** {@code n} patients with covariates and outcomes, in random order; the same for a seed. */
  public static List<Member> of(int n, long seed) {
    Draw draw = new Draw(new SplittableRandom(seed));
    double[] weights = Arrays.stream(Cell.values()).mapToDouble(c -> c.count).toArray();
    int[] counts = Apportion.split(n, weights);
    List<Member> members = new ArrayList<>();
    for (Arm arm : Arm.values()) {
      int mutated = counts[Cell.of(true, arm == Arm.HAI).ordinal()];
      int wild = counts[Cell.of(false, arm == Arm.HAI).ordinal()];
      Member[] planned = ArmPlan.of(arm, mutated + wild, draw);
      ArmPlan.mutate(planned, mutated, draw);
      members.addAll(Arrays.asList(planned));
    }
    List<Slot> slots = new ArrayList<>();
    for (Cell cell : Cell.values()) {
      slots.addAll(Skeleton.of(cell, counts[cell.ordinal()], draw));
    }
    Timeline.allocate(members.toArray(Member[]::new), longest(slots), draw);
    Sites.assign(members, draw);
    return draw.shuffle(members);
  }

  /** The last to be followed is followed for 22.9 years. */
  private static List<Slot> longest(List<Slot> slots) {
    int last = -1;
    for (int i = 0; i < slots.size(); i++) {
      boolean ends = !slots.get(i).kind().death() && slots.get(i).kind() != Slot.Kind.RECURRENCE;
      if (ends && (last < 0 || slots.get(i).day() > slots.get(last).day())) {
        last = i;
      }
    }
    if (last >= 0) {
      slots.set(last, slots.get(last).at(FollowUp.LONGEST_DAYS));
    }
    return slots;
  }
}
