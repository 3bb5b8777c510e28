package org.hepatica.ml.scan;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Chunks from columnar batches. */
final class BatchChunks implements Chunks, Chunk.Source {

  private final Iterator<ColumnarBatch> batches;
  private final VectorReader[] readers;
  private final WholeReader[] wholeReaders;
  private final int[] places;
  private final Texts[] texts;
  private final Chunk chunk;
  private ColumnarBatch batch;
  private int next;

  /** Where in the batch the chunk's rows begin. */
  private int first;

  /** The columns of a schema, each at its place in the batches. */
  BatchChunks(Iterator<ColumnarBatch> batches, StructType schema, int[] places) {
    this.batches = batches;
    this.places = places;
    int columns = places.length;
    texts = Columns.texts(columns);
    readers = new VectorReader[columns];
    wholeReaders = new WholeReader[columns];
    for (int i = 0; i < columns; i++) {
      readers[i] = VectorReader.of(schema.fields()[i].dataType(), texts[i]);
      wholeReaders[i] = WholeReader.of(schema.fields()[i].dataType());
    }
    chunk = new Chunk(columns, this);
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
    first = next;
    chunk.next(Math.min(Chunk.CAPACITY, batch.numRows() - first));
    next += chunk.rows();
    return chunk;
  }

  @Override
  public void read(int column, double[] to) {
    readers[column].read(batch.column(places[column]), first, chunk.rows(), to);
  }

  @Override
  public boolean readWhole(int column, int[] to) {
    ColumnVector vector = batch.column(places[column]);
    if (wholeReaders[column] == null || vector.hasNull()) {
      return false;
    }
    wholeReaders[column].read(vector, first, chunk.rows(), to);
    return true;
  }

  @Override
  public List<String> texts(int column) {
    return texts[column].texts();
  }
}
