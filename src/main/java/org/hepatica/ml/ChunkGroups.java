package org.hepatica.ml;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.formula.Groups;
import org.hepatica.ml.scan.Chunk;
import org.hepatica.ml.scan.Chunks;

/**
 * How the rows of a scan find their cells.
 *
 * @param groups what the rows' groups are
 * @param columns what a cell's numbers are
 * @param inputs places in the scan of what groups are made of
 * @param frequency place of how many subjects a row stands for, or -1
 * @param extra places of entry, case weight and cluster, those that there are
 * @param used places in which a missing value keeps a row out
 * @param clusters numbers of named clusters
 * @param most cells there may be
 */
record ChunkGroups(
    Groups groups,
    CellColumns columns,
    List<Integer> inputs,
    int frequency,
    List<Integer> extra,
    List<Integer> used,
    ClusterCodes clusters,
    int most)
    implements Serializable {

  private static final int TIME = 0;
  private static final int STATUS = 1;

  static ChunkGroups of(
      Dataset<Row> data, Frame frame, Groups groups, RowMeaning meaning, int most) {
    List<Integer> extra = new ArrayList<>();
    if (frame.hasEntry()) {
      extra.add(frame.entryPlace());
    }
    meaning.weight().map(frame::place).ifPresent(extra::add);
    meaning.cluster().map(frame::place).ifPresent(extra::add);
    List<Integer> used = new ArrayList<>(frame.layout().values());
    used.add(TIME);
    used.add(STATUS);
    return new ChunkGroups(
        groups,
        CellColumns.of(frame, meaning),
        groups.inputs().stream().map(input -> frame.place(input.column())).toList(),
        meaning.frequency().map(frame::place).orElse(-1),
        extra,
        used,
        ClusterCodes.among(data, frame, meaning),
        most);
  }

  /** The counts of a partition. */
  GroupedCounts count(Chunks chunks) {
    return new Reader(chunks).count();
  }

  /** Reads a partition. */
  private final class Reader {

    private final Chunks chunks;
    private final GroupCounter counter = new GroupCounter(groups, columns);
    private final InputRow rows;
    private final Optional<TextPlaces> clusterTexts;

    Reader(Chunks chunks) {
      this.chunks = chunks;
      rows = new InputRow(groups.inputs(), inputs, chunks);
      clusterTexts =
          clusters.texts().isEmpty() ? Optional.empty() : Optional.of(new TextPlaces(clusters::of));
    }

    GroupedCounts count() {
      while (chunks.hasNext()) {
        read(chunks.next());
        if (counter.exceeds(most)) {
          return counter.tooMany();
        }
      }
      return counter.result();
    }

    private void read(Chunk chunk) {
      for (int i = 0; i < chunk.rows(); i++) {
        if (isMissing(chunk, i)) {
          counter.leaveOut(1);
        } else {
          fillCell(chunk, i);
          long each = frequency < 0 ? 1 : Frequency.of(chunk.column(frequency)[i]);
          counter.add(rows.of(chunk, i), 1, each);
        }
      }
    }

    private boolean isMissing(Chunk chunk, int i) {
      for (int place : used) {
        if (Double.isNaN(chunk.column(place)[i])) {
          return true;
        }
      }
      return false;
    }

    private void fillCell(Chunk chunk, int i) {
      double[] cell = counter.cell();
      cell[GroupedCounts.TIME] = chunk.column(TIME)[i];
      cell[GroupedCounts.STATUS] = chunk.column(STATUS)[i];
      for (int j = 0; j < extra.size(); j++) {
        cell[2 + j] = chunk.column(extra.get(j))[i];
      }
      if (clusterTexts.isPresent()) {
        int place = extra.get(extra.size() - 1);
        int code = (int) chunk.column(place)[i];
        cell[columns.clusterPlace()] = clusterTexts.get().of(code, chunks.texts(place));
      }
    }
  }
}
