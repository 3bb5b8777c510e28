package org.hepatica.synthetic.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses the patients for the times: the permutational algorithm (Sylvestre and Abrahamowicz 2008)
 * in its balanced form. The slots of all cells are taken in order of time; for an event, of a few
 * candidates drawn at random from the cell the one is taken that leaves the scores of the
 * univariate Cox models nearest to 0, for the end of follow-up anyone.
 */
final class Timeline {

  private static final int CANDIDATES = 12;

  /** A death comes at least so long after the recurrence, if any such patient is left. */
  private static final int COURSE_DAYS = 60;

  private final Member[] members;
  private final Draw draw;
  private final Balance recurrenceFree;
  private final Balance overall;
  private final Map<Cell, List<Integer>> free = new EnumMap<>(Cell.class);
  private final Map<Cell, List<Integer>> recurred = new EnumMap<>(Cell.class);

  private Timeline(Member[] members, Draw draw) {
    this.members = members;
    this.draw = draw;
    this.recurrenceFree = new Balance(members, false);
    this.overall = new Balance(members, true);
    for (Cell cell : Cell.values()) {
      free.put(cell, new ArrayList<>());
      recurred.put(cell, new ArrayList<>());
    }
    for (int i = 0; i < members.length; i++) {
      free.get(members[i].cell()).add(i);
    }
  }

  static void allocate(Member[] members, List<Slot> slots, Draw draw) {
    Timeline timeline = new Timeline(members, draw);
    timeline.feasible(slots).forEach(timeline::take);
  }

  /** In order of time; what needs a recurrence before it waits until there is one. */
  private List<Slot> feasible(List<Slot> slots) {
    List<Slot> sorted = new ArrayList<>(slots);
    sorted.sort(Comparator.comparingInt(Slot::day).thenComparing(Slot::kind));
    Map<Cell, List<Slot>> waiting = new EnumMap<>(Cell.class);
    Map<Cell, Integer> open = new EnumMap<>(Cell.class);
    List<Slot> ordered = new ArrayList<>();
    for (Slot slot : sorted) {
      List<Slot> queue = waiting.computeIfAbsent(slot.cell(), c -> new ArrayList<>());
      if (slot.kind() == Slot.Kind.RECURRENCE) {
        ordered.add(slot);
        if (queue.isEmpty()) {
          open.merge(slot.cell(), 1, Integer::sum);
        } else {
          ordered.add(queue.remove(0).at(slot.day() + 1));
        }
      } else if (!slot.kind().afterRecurrence()) {
        ordered.add(slot);
      } else if (open.getOrDefault(slot.cell(), 0) > 0) {
        open.merge(slot.cell(), -1, Integer::sum);
        ordered.add(slot);
      } else {
        queue.add(slot);
      }
    }
    return ordered;
  }

  private void take(Slot slot) {
    boolean after = slot.kind().afterRecurrence();
    List<Integer> pool = (after ? recurred : free).get(slot.cell());
    int position = choose(pool, slot);
    int chosen = pool.get(position);
    pool.set(position, pool.get(pool.size() - 1));
    pool.remove(pool.size() - 1);
    Member member = members[chosen];
    if (slot.kind() == Slot.Kind.RECURRENCE) {
      member.recurrenceDays = slot.day();
      recurrenceFree.event(chosen);
      recurred.get(slot.cell()).add(chosen);
    } else {
      member.overallDays = slot.day();
      member.dead = slot.kind().death();
      leave(chosen, slot.kind());
    }
  }

  private void leave(int chosen, Slot.Kind kind) {
    if (kind == Slot.Kind.DEATH_WITHOUT_RECURRENCE) {
      recurrenceFree.event(chosen);
    } else if (kind == Slot.Kind.END_WITHOUT_RECURRENCE) {
      recurrenceFree.leave(chosen);
    }
    if (kind.death()) {
      overall.event(chosen);
    } else {
      overall.leave(chosen);
    }
  }

  private int choose(List<Integer> pool, Slot slot) {
    boolean event = slot.kind() == Slot.Kind.RECURRENCE || slot.kind().death();
    int best = draw.below(pool.size());
    double least = cost(pool.get(best), slot, event);
    for (int i = 1; i < CANDIDATES && event; i++) {
      int candidate = draw.below(pool.size());
      double cost = cost(pool.get(candidate), slot, true);
      if (cost < least) {
        best = candidate;
        least = cost;
      }
    }
    return best;
  }

  private double cost(int candidate, Slot slot, boolean event) {
    if (!event) {
      return 0;
    }
    double cost = 0;
    if (slot.kind() != Slot.Kind.DEATH_AFTER_RECURRENCE) {
      cost += recurrenceFree.distance(candidate);
    } else if (members[candidate].recurrenceDays > slot.day() - COURSE_DAYS) {
      cost += 1e6;
    }
    return slot.kind().death() ? cost + overall.distance(candidate) : cost;
  }
}
