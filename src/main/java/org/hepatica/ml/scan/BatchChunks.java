package org.hepatica.ml.scan;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Chunks from columnar batches. */
final class BatchChunks implements Chunks {

  private final Iterator<ColumnarBatch> batches;
  private final VectorReader[] readers;
  private final int[] places;
  private final Texts[] texts;
  private final Chunk chunk;
  private ColumnarBatch batch;
  private int next;

  /** The columns of a schema, each at its place in the batches. */
  BatchChunks(Iterator<ColumnarBatch> batches, StructType schema, int[] places) {
    this.batches = batches;
    this.places = places;
    int columns = places.length;
    texts = Columns.texts(columns);
    readers = new VectorReader[columns];
    for (int i = 0; i < columns; i++) {
      readers[i] = VectorReader.of(schema.fields()[i].dataType(), texts[i]);
    }
    chunk = new Chunk(columns);
  }

  @Override
  public boolean hasNext() {
    while (batch == null || next >= batch.numRows()) {
      if (!batches.hasNext()) {
        return false;
      }
      batch = batches.next();
      next = 0;
    }
    return true;
  }

  @Override
  public Chunk next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    chunk.rows = Math.min(Chunk.CAPACITY, batch.numRows() - next);
    for (int i = 0; i < readers.length; i++) {
      readers[i].read(batch.column(places[i]), next, chunk.rows, chunk.column(i));
    }
    next += chunk.rows;
    return chunk;
  }

  @Override
  public List<String> texts(int column) {
    return texts[column].texts();
  }
}
