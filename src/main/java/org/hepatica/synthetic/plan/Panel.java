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
    Timeline.allocate(members.toArray(Member[]::new), range(slots), draw);
    Sites.assign(members, draw);
    return draw.shuffle(members);
  }

  /** The ends of the printed range: one dies on the day, the last is followed for 22.9 years. */
  private static List<Slot> range(List<Slot> slots) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      if (slot.kind().end() && (last < 0 || slot.day() > slots.get(last).day())) {
        last = i;
      } else if (slot.kind() == Slot.Kind.DEATH_WITHOUT_RECURRENCE
          && !slot.cell().hai()
          && (first < 0 || slot.day() < slots.get(first).day())) {
        first = i;
      }
    }
    if (last >= 0) {
      slots.set(last, slots.get(last).at(FollowUp.LONGEST_DAYS));
    }
    if (first >= 0) {
      slots.set(first, slots.get(first).at(0));
    }
    return slots;
  }
}
