package org.hepatica.ml.direct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hepatica.ml.scan.Chunk;
import org.hepatica.ml.scan.Chunks;
import org.hepatica.survival.FollowUpTimes;

/**
 * Rows whose design columns are columns of the scan without any change: copied column by column.
 *
 * @param time the place of follow-up
 * @param event the place of the status
 * @param died the status that is the event
 * @param stratum the place of the stratum, a number or a text; -1 without strata
 * @param stratumIsText whether it is a text
 * @param weight the place of case weights; -1 without
 * @param design places of the design columns
 */
public record PlainRows(
    int time,
    int event,
    double died,
    int stratum,
    boolean stratumIsText,
    int weight,
    List<Integer> design)
    implements RowReader {

  private static final int FEW = 1024;

  /** Copies the list. */
  public PlainRows {
    design = List.copyOf(design);
  }

  /** Rows without case weights. */
  public PlainRows(
      int time, int event, double died, int stratum, boolean stratumIsText, List<Integer> design) {
    this(time, event, died, stratum, stratumIsText, -1, design);
  }

  @Override
  public Carried carried() {
    return new Carried(design.size(), false, weight >= 0, false, false, false, false);
  }

  @Override
  public ChunkReader of(Chunks chunks) {
    boolean[] used = new boolean[Chunk.CAPACITY];
    int[] known = new int[stratum >= 0 ? FEW : 0];
    return (chunk, into) -> read(chunk, chunks, used, known, into);
  }

  private void read(Chunk chunk, Chunks chunks, boolean[] used, int[] known, BlockBuffer into) {
    int n = chunk.rows();
    mark(chunk, n, used);
    double[] times = chunk.column(time);
    double[] statuses = chunk.column(event);
    into.sawStatuses(statuses, n);
    int row = into.rows;
    for (int i = 0; i < n; i++) {
      if (used[i]) {
        FollowUpTimes.refuseInfinite(times[i]);
        into.time[row] = times[i] + 0.0;
        into.event[row] = (byte) (statuses[i] == died ? 1 : 0);
        into.stratum[row] = 0;
        row++;
      }
    }
    for (int j = 0; j < design.size(); j++) {
      gather(chunk.column(design.get(j)), into.columns[j], into.rows - into.packed, n, used);
    }
    if (weight >= 0) {
      weights(chunk.column(weight), n, used, into);
    }
    if (stratum >= 0) {
      Arrays.fill(known, -1);
      strata(chunk.column(stratum), chunks, n, used, known, into);
    }
    into.leaveOut(n - (row - into.rows));
    into.rows = row;
  }

  private void mark(Chunk chunk, int n, boolean[] used) {
    Arrays.fill(used, 0, n, true);
    List<Integer> places = new ArrayList<>(design);
    places.add(time);
    places.add(event);
    if (stratum >= 0) {
      places.add(stratum);
    }
    if (weight >= 0) {
      places.add(weight);
    }
    for (int place : places) {
      double[] values = chunk.column(place);
      for (int i = 0; i < n; i++) {
        used[i] &= !Double.isNaN(values[i]);
      }
    }
  }

  private void weights(double[] from, int n, boolean[] used, BlockBuffer into) {
    for (int i = 0; i < n; i++) {
      if (used[i]) {
        BlockBuffer.requireWeight(from[i]);
      }
    }
    gather(from, into.columns[carried().weightAt()], into.rows - into.packed, n, used);
  }

  private static void gather(double[] from, double[] to, int first, int n, boolean[] used) {
    int row = first;
    for (int i = 0; i < n; i++) {
      if (used[i]) {
        to[row++] = from[i];
      }
    }
  }

  /** Of a chunk, each stratum is looked up once where numbers are small, as codes are. */
  private void strata(
      double[] from, Chunks chunks, int n, boolean[] used, int[] known, BlockBuffer into) {
    int row = into.rows;
    for (int i = 0; i < n; i++) {
      if (used[i]) {
        double value = from[i];
        int small = value >= 0 && value < FEW && (int) value == value ? (int) value : -1;
        int number = small < 0 ? -1 : known[small];
        if (number < 0) {
          number = into.stratum(name(value, chunks));
          if (small >= 0) {
            known[small] = number;
          }
        }
        into.stratum[row++] = number;
      }
    }
  }

  private Object name(double value, Chunks chunks) {
    return stratumIsText ? chunks.texts(stratum).get((int) value) : (Object) (value + 0.0);
  }
}
