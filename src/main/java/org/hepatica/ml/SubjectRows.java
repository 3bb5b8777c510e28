package org.hepatica.ml;

import java.util.List;
import java.util.Optional;
import org.hepatica.formula.MatrixRow;
import org.hepatica.formula.ModelMatrix;
import org.hepatica.formula.RowOutcome;
import org.hepatica.ml.competing.SubjectBuffer;
import org.hepatica.ml.competing.SubjectReader;
import org.hepatica.ml.scan.Chunk;
import org.hepatica.ml.scan.Chunks;

/**
 * Subjects of competing risks, their design columns computed by a formula, row by row.
 *
 * @param matrix the formula's columns
 * @param places of each input in the scan
 * @param frequency the place of how many subjects a row stands for; -1 where each is one
 */
record SubjectRows(ModelMatrix matrix, List<Integer> places, int frequency)
    implements SubjectReader {

  static SubjectRows of(ModelMatrix matrix, Frame frame, Optional<String> frequency) {
    return new SubjectRows(
        matrix,
        matrix.inputs().stream().map(input -> frame.place(input.column())).toList(),
        frequency.map(frame::place).orElse(-1));
  }

  @Override
  public int columns() {
    return matrix.columns().size();
  }

  @Override
  public ChunkReader of(Chunks chunks) {
    return new Reader(chunks);
  }

  private final class Reader implements ChunkReader {

    private final MatrixRow row = matrix.row();
    private final InputRow inputs;
    private final double[] design = new double[columns()];

    Reader(Chunks chunks) {
      inputs = new InputRow(matrix.inputs(), places, chunks);
    }

    @Override
    public void read(Chunk chunk, SubjectBuffer into) {
      double[] time = chunk.column(0);
      double[] cause = chunk.column(1);
      for (int i = 0; i < chunk.rows(); i++) {
        double subjects = frequency < 0 ? 1 : chunk.column(frequency)[i];
        boolean followed =
            !Double.isNaN(time[i]) && !Double.isNaN(cause[i]) && !Double.isNaN(subjects);
        RowOutcome outcome =
            followed ? row.evaluate(inputs.of(chunk, i), design) : RowOutcome.MISSING;
        switch (outcome) {
          case MISSING -> into.leaveOut(1);
          case COMPLETE -> into.add(time[i], Causes.kind(cause[i]), Frequency.of(subjects), design);
          default -> throw Refusal.of(outcome, row);
        }
      }
    }
  }
}
