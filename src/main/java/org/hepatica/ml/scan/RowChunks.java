package org.hepatica.ml.scan;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/** Chunks from Spark's internal rows, which come one object again and again. */
final class RowChunks implements Chunks, Chunk.Source {

  /** One cell of a row as a double. */
  private interface CellReader {
    double read(InternalRow row, int place);
  }

  private final Iterator<InternalRow> rows;
  private final CellReader[] readers;
  private final Texts[] texts;
  private final double[][] cells;
  private final Chunk chunk;

  RowChunks(Iterator<InternalRow> rows, StructType schema) {
    this.rows = rows;
    int columns = schema.size();
    texts = Columns.texts(columns);
    readers = new CellReader[columns];
    for (int i = 0; i < columns; i++) {
      readers[i] = reader(schema, i);
    }
    cells = new double[columns][Chunk.CAPACITY];
    chunk = new Chunk(columns, this);
  }

  private CellReader reader(StructType schema, int column) {
    Texts own = texts[column];
    return switch (schema.fields()[column].dataType().typeName()) {
      case "integer", "date" -> (row, i) -> row.getInt(i);
      case "double" -> (row, i) -> row.getDouble(i);
      case "long" -> (row, i) -> row.getLong(i);
      case "float" -> (row, i) -> row.getFloat(i);
      case "short" -> (row, i) -> row.getShort(i);
      case "byte" -> (row, i) -> row.getByte(i);
      case "boolean" -> (row, i) -> row.getBoolean(i) ? 1 : 0;
      case "string" -> (row, i) -> own.code(row.getUTF8String(i));
      default -> decimal(schema, column);
    };
  }

  private static CellReader decimal(StructType schema, int column) {
    if (schema.fields()[column].dataType() instanceof DecimalType type) {
      return (row, i) -> row.getDecimal(i, type.precision(), type.scale()).toDouble();
    }
    throw Columns.refused(schema.fields()[column].dataType());
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public Chunk next() {
    if (!rows.hasNext()) {
      throw new NoSuchElementException();
    }
    int n = 0;
    while (n < Chunk.CAPACITY && rows.hasNext()) {
      InternalRow row = rows.next();
      for (int i = 0; i < readers.length; i++) {
        cells[i][n] = row.isNullAt(i) ? Double.NaN : readers[i].read(row, i);
      }
      n++;
    }
    chunk.next(n);
    return chunk;
  }

  @Override
  public void read(int column, double[] to) {
    System.arraycopy(cells[column], 0, to, 0, chunk.rows());
  }

  @Override
  public boolean readWhole(int column, int[] to) {
    return false;
  }

  @Override
  public List<String> texts(int column) {
    return texts[column].texts();
  }
}
