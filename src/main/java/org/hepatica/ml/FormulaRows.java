package org.hepatica.ml;

import java.util.List;
import org.hepatica.formula.Input;
import org.hepatica.formula.MatrixRow;
import org.hepatica.formula.ModelMatrix;
import org.hepatica.formula.RowOutcome;
import org.hepatica.ml.direct.BlockBuffer;
import org.hepatica.ml.direct.RowReader;
import org.hepatica.ml.scan.Chunk;
import org.hepatica.ml.scan.Chunks;

/**
 * Rows whose design columns a formula computes, row by row.
 *
 * @param matrix the formula's columns
 * @param died the status that is the event
 * @param places of each input in the scan
 */
record FormulaRows(ModelMatrix matrix, double died, List<Integer> places) implements RowReader {

  @Override
  public int columns() {
    return matrix.columns().size();
  }

  @Override
  public ChunkReader of(Chunks chunks) {
    return new Reader(chunks);
  }

  private final class Reader implements ChunkReader {

    private final Chunks chunks;
    private final MatrixRow row = matrix.row();
    private final double[] inputs = new double[places.size()];
    private final double[] design = new double[columns()];
    private final TextPlaces[] texts = new TextPlaces[places.size()];

    Reader(Chunks chunks) {
      this.chunks = chunks;
      for (int i = 0; i < texts.length; i++) {
        Input input = matrix.inputs().get(i);
        texts[i] = input.texts().isEmpty() ? null : new TextPlaces(input);
      }
    }

    @Override
    public void read(Chunk chunk, BlockBuffer into) {
      double[] time = chunk.column(0);
      double[] status = chunk.column(1);
      for (int i = 0; i < chunk.rows(); i++) {
        fill(chunk, i);
        boolean followed = !Double.isNaN(time[i]) && !Double.isNaN(status[i]);
        RowOutcome outcome = followed ? row.evaluate(inputs, design) : RowOutcome.MISSING;
        switch (outcome) {
          case MISSING -> into.leaveOut(1);
          case COMPLETE -> {
            double stratum = row.stratum();
            into.add(time[i], status[i] == died, into.stratum(stratum), design);
          }
          default -> throw Refusal.of(outcome, row);
        }
      }
    }

    private void fill(Chunk chunk, int i) {
      for (int j = 0; j < inputs.length; j++) {
        double value = chunk.column(places.get(j))[i];
        inputs[j] =
            texts[j] == null || Double.isNaN(value)
                ? value
                : texts[j].of((int) value, chunks.texts(places.get(j)));
      }
    }
  }

  /** Where the texts of a partition's dictionary are among an input's. */
  private static final class TextPlaces {

    private final Input input;
    private double[] places = new double[0];

    TextPlaces(Input input) {
      this.input = input;
    }

    double of(int code, List<String> dictionary) {
      if (code >= places.length) {
        places = dictionary.stream().mapToDouble(input::placeOf).toArray();
      }
      return places[code];
    }
  }
}
