package org.hepatica.ml.collapse;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Arrays;

/** The counts of one pattern. On the wire they take half the room when they fit into ints. */
final class Cells implements Serializable {

  private static final long serialVersionUID = 1L;

  transient long[] counts;

  Cells(long[] counts) {
    this.counts = counts;
  }

  /** Adds counts of other times and statuses, whose places among these are given. */
  void add(Cells other, int[] time, int[] status, int statuses) {
    for (int t = 0, cell = 0; t < time.length; t++) {
      for (int s = 0; s < status.length; s++, cell++) {
        counts[time[t] * statuses + status[s]] += other.counts[cell];
      }
    }
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    boolean narrow = Arrays.stream(counts).allMatch(count -> count <= Integer.MAX_VALUE);
    out.writeObject(
        narrow ? Arrays.stream(counts).mapToInt(count -> (int) count).toArray() : counts);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    Object read = in.readObject();
    counts =
        read instanceof int[] narrow
            ? Arrays.stream(narrow).asLongStream().toArray()
            : (long[]) read;
  }
}
