package org.hepatica.ml.direct;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hepatica.ml.scan.Chunk;
import org.hepatica.ml.scan.Chunks;
import org.hepatica.ml.scan.Pieces;
import org.hepatica.survival.FollowUpTimes;

/** Rows on their way into a block. Mutable, for one thread. */
public final class BlockBuffer implements Pieces.Buffer<Block> {

  /** So many rows a number of this many bits tells apart. */
  static final int ROW_BITS = 20;

  /** More would keep a collector busy with buffers. */
  private static final int MOST_ROWS = 1 << ROW_BITS;

  /** Of wide rows fewer make a block: so many numbers of columns at a time. */
  private static final int MOST_CELLS = 1 << 24;

  /** More are no statuses anyway. */
  private static final int MOST_STATUSES = 64;

  private static final int LEAST_ROWS = 4 * Chunk.CAPACITY;

  /** Rows of a chunk, each of which may come late and take two places. */
  private static final int STAGE = 2 * Chunk.CAPACITY;

  /** How many rows this one takes. */
  final int capacity;

  final double[] time;
  final byte[] event;
  final int[] stratum;

  /** The columns of the last rows: of row i at {@code i - packed}. */
  final double[][] columns;

  int rows;

  /** So many rows' columns are packed. */
  int packed;

  private final ColumnBuffer[] narrow;
  private final BlockSort sort;
  private final Carried carried;
  private final Map<Object, Integer> strata = new LinkedHashMap<>();
  private final Map<String, Integer> clusters = new LinkedHashMap<>();
  private final Set<Double> statuses = new TreeSet<>();
  private boolean zero;
  private boolean one;
  private LeftOut leftOut = LeftOut.NONE;

  BlockBuffer(Carried carried) {
    this(carried, mostRows(carried));
  }

  /** Of no more rows than are known to come. */
  BlockBuffer(Carried carried, int capacity) {
    this.carried = carried;
    this.capacity = capacity;
    time = new double[capacity];
    event = new byte[capacity];
    stratum = new int[capacity];
    columns = new double[carried.columns()][Math.min(STAGE, capacity)];
    narrow = new ColumnBuffer[columns.length];
    Arrays.setAll(narrow, j -> new ColumnBuffer(capacity));
    sort = new BlockSort(capacity);
  }

  /** How many rows a block has at most. */
  static int mostRows(Carried carried) {
    int most = Math.max(LEAST_ROWS, MOST_CELLS / Math.max(1, carried.columns()));
    return Math.min(MOST_ROWS, most);
  }

  /** The blocks of a partition. */
  static Iterator<Block> blocks(Chunks chunks, RowReader rows) {
    BlockBuffer buffer = new BlockBuffer(rows.carried());
    RowReader.ChunkReader reader = rows.of(chunks);
    return new Pieces<>(chunks, chunk -> reader.read(chunk, buffer), buffer);
  }

  /**
   * Adds a row; what it carries is said of the last row.
   *
   * @param number of its stratum, as {@link #stratum} gave it
   * @param design its design columns; copied
   */
  public void add(double followUp, boolean died, int number, double[] design) {
    FollowUpTimes.refuseInfinite(followUp);
    time[rows] = followUp + 0.0;
    event[rows] = (byte) (died ? 1 : 0);
    stratum[rows] = number;
    for (int j = 0; j < design.length; j++) {
      columns[j][rows - packed] = design[j];
    }
    if (carried.frequency()) {
      columns[carried.frequencyAt()][rows - packed] = 1;
    }
    if (carried.entry()) {
      columns[carried.entryAt()][rows - packed] = Double.NEGATIVE_INFINITY;
    }
    rows++;
  }

  /** Where the last row's columns are. */
  private int last() {
    return rows - 1 - packed;
  }

  /** How many identical subjects the last row stands for. */
  public void frequency(long subjects) {
    columns[carried.frequencyAt()][last()] = subjects;
  }

  /** The last row's case weight. */
  public void weight(double weight) {
    requireWeight(weight);
    columns[carried.weightAt()][last()] = weight;
  }

  static void requireWeight(double weight) {
    if (!(weight > 0 && weight <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("a case weight must be greater than 0: " + weight);
    }
  }

  /** The last row's offset. */
  public void offset(double offset) {
    columns[carried.offsetAt()][last()] = offset;
  }

  /** The number that the last row's cluster is. */
  public void cluster(double number) {
    columns[carried.clusterAt()][last()] = number;
  }

  /** The name of the last row's cluster. */
  public void cluster(String name) {
    cluster((double) clusters.computeIfAbsent(name, n -> clusters.size()));
  }

  /** Numbers the clusters of the rows since one anew, after a block that called them otherwise. */
  void rename(String[] names, int from) {
    double[] column = columns[carried.clusterAt()];
    for (int at = from - packed; at < rows - packed; at++) {
      column[at] = clusters.computeIfAbsent(names[(int) column[at]], name -> clusters.size());
    }
  }

  /**
   * Takes the subjects of the last row off until they come under observation: a second row, of as
   * many subjects less than none, leaves at their entry. Frequencies must be carried.
   *
   * @param entry before the row's time; minus infinity for from the beginning
   */
  public void entering(double entry) {
    if (entry == Double.NEGATIVE_INFINITY) {
      return;
    }
    if (carried.entry()) {
      columns[carried.entryAt()][last()] = entry + 0.0;
    }
    time[rows] = entry + 0.0;
    event[rows] = 0;
    stratum[rows] = stratum[rows - 1];
    for (double[] column : columns) {
      column[rows - packed] = column[last()];
    }
    columns[carried.frequencyAt()][rows - packed] *= -1;
    rows++;
  }

  /** The number of a stratum, by what the data call it. */
  public int stratum(Object name) {
    Integer number = strata.get(name);
    if (number == null) {
      number = strata.size();
      strata.put(name, number);
    }
    return number;
  }

  /** Counts rows left out because a value is missing. */
  public void leaveOut(long count) {
    leftOut = leftOut.and(new LeftOut(count, 0));
  }

  /** Counts a row left out because it comes under observation only when it leaves. */
  public void leaveOutEmpty() {
    leftOut = leftOut.and(new LeftOut(0, 1));
  }

  /** Takes note of the statuses of rows, also of those left out; NaN is none. */
  public void sawStatuses(double[] values, int n) {
    boolean others = false;
    for (int i = 0; i < n; i++) {
      zero |= values[i] == 0;
      one |= values[i] == 1;
      others |= values[i] != 0 && values[i] != 1;
    }
    for (int i = 0; others && i < n && statuses.size() < MOST_STATUSES; i++) {
      if (!Double.isNaN(values[i])) {
        statuses.add(values[i] + 0.0);
      }
    }
  }

  private double[] statuses() {
    if (zero) {
      statuses.add(0.0);
    }
    if (one) {
      statuses.add(1.0);
    }
    return statuses.stream().mapToDouble(s -> s).toArray();
  }

  @Override
  public boolean hasRoomForChunk() {
    pack();
    return rows + STAGE <= capacity;
  }

  /** Makes room for the columns of some rows, at most a chunk's. */
  void makeRoom(int more) {
    if (columns.length > 0 && rows - packed + more > columns[0].length) {
      pack();
    }
  }

  private void pack() {
    for (int j = 0; j < columns.length; j++) {
      narrow[j].add(columns[j], rows - packed);
    }
    packed = rows;
  }

  @Override
  public boolean isEmpty() {
    return rows == 0 && leftOut.equals(LeftOut.NONE);
  }

  @Override
  public Block take() {
    pack();
    Object[] names = strata.isEmpty() ? new Object[1] : strata.keySet().toArray();
    Runs runs = sort.sort(time, event, stratum, rows, names.length);
    PackedColumn[] sorted = new PackedColumn[narrow.length];
    Arrays.setAll(sorted, j -> narrow[j].packed(sort.order()));
    String[] clusterNames = clusters.isEmpty() ? null : clusters.keySet().toArray(String[]::new);
    Block block = new Block(runs, names, carried, sorted, clusterNames, leftOut, statuses());
    rows = 0;
    packed = 0;
    for (ColumnBuffer column : narrow) {
      column.clear();
    }
    leftOut = LeftOut.NONE;
    strata.clear();
    clusters.clear();
    return block;
  }
}
