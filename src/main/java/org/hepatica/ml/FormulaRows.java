package org.hepatica.ml;

import java.util.List;
import org.apache.spark.TaskContext;
import org.hepatica.formula.MatrixRow;
import org.hepatica.formula.ModelMatrix;
import org.hepatica.formula.RowOutcome;
import org.hepatica.ml.direct.BlockBuffer;
import org.hepatica.ml.direct.Carried;
import org.hepatica.ml.direct.RowReader;
import org.hepatica.ml.scan.Chunk;
import org.hepatica.ml.scan.Chunks;

/**
 * Rows whose design columns a formula computes, row by row.
 *
 * @param matrix the formula's columns
 * @param died the status that is the event
 * @param inputs where each of the formula's inputs is in the scan
 * @param meaning where the scan has what rows stand for
 * @param keepsEntry whether a row that comes late says when
 */
record FormulaRows(
    ModelMatrix matrix,
    double died,
    List<Integer> inputs,
    MeaningPlaces meaning,
    boolean keepsEntry)
    implements RowReader {

  /** Rows of a partition are numbered below this, partitions above. */
  private static final double ROWS = 1L << 36;

  @Override
  public Carried carried() {
    return new Carried(
        matrix.columns().size(),
        meaning.frequency() >= 0 || meaning.hasEntry(),
        meaning.weight() >= 0,
        matrix.hasOffset(),
        meaning.cluster() >= 0 || meaning.hasEntry(),
        meaning.cluster() < 0 && meaning.hasEntry(),
        keepsEntry && meaning.hasEntry());
  }

  @Override
  public ChunkReader of(Chunks chunks) {
    return new Reader(chunks);
  }

  private final class Reader implements ChunkReader {

    private final Chunks chunks;
    private final MatrixRow row = matrix.row();
    private final InputRow values;
    private final double[] design = new double[matrix.columns().size()];
    private final double partition = TaskContext.getPartitionId() * ROWS;
    private long number;

    Reader(Chunks chunks) {
      this.chunks = chunks;
      values = new InputRow(matrix.inputs(), inputs, chunks);
    }

    @Override
    public void read(Chunk chunk, BlockBuffer into) {
      double[] time = chunk.column(0);
      double[] status = chunk.column(1);
      into.sawStatuses(status, chunk.rows());
      for (int i = 0; i < chunk.rows(); i++) {
        number++;
        boolean known =
            !Double.isNaN(time[i]) && !Double.isNaN(status[i]) && meaning.isComplete(chunk, i);
        RowOutcome outcome = known ? row.evaluate(values.of(chunk, i), design) : RowOutcome.MISSING;
        switch (outcome) {
          case MISSING -> into.leaveOut(1);
          case COMPLETE -> add(chunk, i, time[i], status[i] == died, into);
          default -> throw Refusal.of(outcome, row);
        }
      }
    }

    private void add(Chunk chunk, int i, double time, boolean event, BlockBuffer into) {
      double entry = meaning.entry(chunk, i);
      if (entry >= time) {
        into.leaveOutEmpty();
        return;
      }
      double stratum = row.stratum();
      into.add(time, event, into.stratum(stratum), design);
      if (meaning.frequency() >= 0) {
        into.frequency(Frequency.of(chunk.column(meaning.frequency())[i]));
      }
      if (meaning.weight() >= 0) {
        into.weight(chunk.column(meaning.weight())[i]);
      }
      if (matrix.hasOffset()) {
        into.offset(row.offset());
      }
      if (meaning.cluster() >= 0) {
        cluster(chunk.column(meaning.cluster())[i], into);
      } else if (meaning.hasEntry()) {
        into.cluster(partition + number);
      }
      if (meaning.hasEntry()) {
        into.entering(entry);
      }
    }

    private void cluster(double value, BlockBuffer into) {
      if (meaning.clusterIsText()) {
        into.cluster(chunks.texts(meaning.cluster()).get((int) value));
      } else {
        into.cluster(value + 0.0);
      }
    }
  }
}
