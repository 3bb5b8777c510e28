package org.hepatica.ml.direct;

import java.util.Arrays;

/**
 * How many rows lie at lower places, and how many of these have the event, while rows come.
 *
 * <p>A tree of eight branches: each node knows how many came by the branches before each of its
 * own, sixteen bits a number, so that a row is a few additions of eight bytes on each level. Before
 * a number has no room any more the tree is added to plain sums and begins anew. Mutable, for one
 * thread.
 */
final class PrefixCounts {

  private static final int BITS = 3;
  private static final int BRANCHES = 1 << BITS;
  private static final int ROOM = 0xffff;

  /** A node: all rows before the first four branches and the last, then those with the event. */
  private static final int NODE = 4;

  /** For branch b, 1 for each of the branches behind it: the first four, then the last. */
  private static final long[] BEHIND = new long[2 * BRANCHES + 2];

  static {
    for (int b = 0; b < BRANCHES; b++) {
      for (int k = b + 1; k < BRANCHES; k++) {
        BEHIND[2 * b + (k >> 2)] |= 1L << 16 * (k & 3);
      }
    }
  }

  /** By place, rows and rows with the event: what was in the tree before it began anew. */
  private final int[] base;

  private final long[] tree;

  /** Where the nodes of each level above the leaves' begin. */
  private final int[] above;

  private int grown;

  /** What {@link #below} found. */
  int rows;

  int rowsWithEvent;

  /**
   * @param places places are less than this
   */
  PrefixCounts(int places) {
    base = new int[2 * (places + 1)];
    int levels = 1;
    while (places >> BITS * levels != 0) {
      levels++;
    }
    above = new int[levels - 1];
    int nodes = (places >> BITS) + 1;
    for (int level = 1; level < levels; level++) {
      above[level - 1] = NODE * nodes;
      nodes += (places >> BITS * (level + 1)) + 1;
    }
    tree = new long[NODE * nodes];
  }

  /** Adds a row: with the event at an even place, without at an odd one. */
  void add(int place) {
    makeRoom();
    // Half of the rows have the event: a mask is quicker than a branch.
    long event = (place & 1) - 1;
    int branch = 2 * (place & BRANCHES - 1);
    int at = place >> BITS;
    int node = NODE * at;
    tree[node] += BEHIND[branch];
    tree[node + 1] += BEHIND[branch + 1];
    // One further, so that whoever looks just behind a place does not see its own events.
    tree[node + 2] += BEHIND[branch + 2] & event;
    tree[node + 3] += BEHIND[branch + 3] & event;
    for (int start : above) {
      long first = BEHIND[2 * (at & BRANCHES - 1)];
      long last = BEHIND[2 * (at & BRANCHES - 1) + 1];
      at >>= BITS;
      node = start + NODE * at;
      tree[node] += first;
      tree[node + 1] += last;
      tree[node + 2] += first & event;
      tree[node + 3] += last & event;
    }
  }

  private void makeRoom() {
    if (grown == ROOM) {
      for (int place = 0; 2 * place < base.length; place++) {
        below(place);
        base[2 * place] = rows;
        base[2 * place + 1] = rowsWithEvent;
      }
      Arrays.fill(tree, 0);
      grown = 0;
    }
    grown++;
  }

  /**
   * Looks for {@link #rows} at lower places than one, and for {@link #rowsWithEvent} at lower
   * places than the one before it.
   *
   * @param place up to the number of places, that included
   */
  void below(int place) {
    int branch = place & BRANCHES - 1;
    int at = place >> BITS;
    int node = NODE * at + (branch >> 2);
    int shift = 16 * (branch & 3);
    int sum = base[2 * place] + ((int) (tree[node] >>> shift) & ROOM);
    int sumOfEvents = base[2 * place + 1] + ((int) (tree[node + 2] >>> shift) & ROOM);
    for (int start : above) {
      branch = at & BRANCHES - 1;
      at >>= BITS;
      node = start + NODE * at + (branch >> 2);
      shift = 16 * (branch & 3);
      sum += (int) (tree[node] >>> shift) & ROOM;
      sumOfEvents += (int) (tree[node + 2] >>> shift) & ROOM;
    }
    rows = sum;
    rowsWithEvent = sumOfEvents;
  }
}
