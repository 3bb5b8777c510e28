package org.hepatica.ml.direct;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.hepatica.ml.scan.Chunk;
import org.hepatica.ml.scan.Chunks;

/** Makes blocks of a partition's chunks. */
final class BlockBuilder implements Iterator<Block> {

  private final Chunks chunks;
  private final RowReader.ChunkReader reader;
  private final BlockBuffer buffer;

  BlockBuilder(Chunks chunks, RowReader rows) {
    this.chunks = chunks;
    reader = rows.of(chunks);
    buffer = new BlockBuffer(rows.carried());
  }

  @Override
  public boolean hasNext() {
    // A row that comes late takes two places.
    while (buffer.rows + 2 * Chunk.CAPACITY <= buffer.capacity && chunks.hasNext()) {
      reader.read(chunks.next(), buffer);
    }
    return !buffer.isEmpty();
  }

  @Override
  public Block next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return buffer.take();
  }
}
