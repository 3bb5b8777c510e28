package org.hepatica.ml.competing;

import java.util.Arrays;
import java.util.Iterator;
import org.hepatica.ml.scan.Chunk;
import org.hepatica.ml.scan.Chunks;
import org.hepatica.ml.scan.Pieces;
import org.hepatica.survival.FollowUpTimes;

/** Subjects on their way into a block. Mutable, for one thread. */
public final class SubjectBuffer implements Pieces.Buffer<SubjectBlock> {

  static final int MOST_ROWS = 1 << 17;

  private final double[] time = new double[MOST_ROWS];
  private final byte[] kind = new byte[MOST_ROWS];
  private final double[] frequency = new double[MOST_ROWS];
  private final double[][] columns;
  private int rows;
  private long missing;

  SubjectBuffer(int columns) {
    this.columns = new double[columns][MOST_ROWS];
  }

  /** The blocks of a partition. */
  static Iterator<SubjectBlock> blocks(Chunks chunks, SubjectReader rows) {
    SubjectBuffer buffer = new SubjectBuffer(rows.columns());
    SubjectReader.ChunkReader reader = rows.of(chunks);
    return new Pieces<>(chunks, chunk -> reader.read(chunk, buffer), buffer);
  }

  /**
   * Adds a row.
   *
   * @param followUp finite
   * @param ended 0 censored, 1 with the event, 2 with a competing one
   * @param subjects that it stands for; 0 adds nothing
   * @param design its design columns; copied
   */
  public void add(double followUp, int ended, long subjects, double[] design) {
    FollowUpTimes.refuseInfinite(followUp);
    if (subjects == 0) {
      return;
    }
    time[rows] = followUp + 0.0;
    kind[rows] = (byte) ended;
    frequency[rows] = subjects;
    for (int j = 0; j < design.length; j++) {
      columns[j][rows] = design[j];
    }
    rows++;
  }

  /** Counts rows left out because a value is missing. */
  public void leaveOut(long count) {
    missing += count;
  }

  @Override
  public boolean hasRoomForChunk() {
    return rows + Chunk.CAPACITY <= MOST_ROWS;
  }

  @Override
  public boolean isEmpty() {
    return rows == 0 && missing == 0;
  }

  @Override
  public SubjectBlock take() {
    double[][] own = new double[columns.length][];
    for (int j = 0; j < own.length; j++) {
      own[j] = Arrays.copyOf(columns[j], rows);
    }
    SubjectBlock block =
        new SubjectBlock(
            Arrays.copyOf(time, rows),
            new int[0],
            Arrays.copyOf(kind, rows),
            Arrays.copyOf(frequency, rows),
            own,
            missing);
    rows = 0;
    missing = 0;
    return block;
  }
}
