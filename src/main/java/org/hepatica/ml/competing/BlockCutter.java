package org.hepatica.ml.competing;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.hepatica.ml.scan.Chunk;
import org.hepatica.ml.scan.Chunks;

/** Makes blocks of a partition's chunks. */
final class BlockCutter implements Iterator<SubjectBlock> {

  private final Chunks chunks;
  private final SubjectReader.ChunkReader reader;
  private final SubjectBuffer buffer;

  BlockCutter(Chunks chunks, SubjectReader rows) {
    this.chunks = chunks;
    reader = rows.of(chunks);
    buffer = new SubjectBuffer(rows.columns());
  }

  @Override
  public boolean hasNext() {
    while (buffer.hasRoomFor(Chunk.CAPACITY) && chunks.hasNext()) {
      reader.read(chunks.next(), buffer);
    }
    return !buffer.isEmpty();
  }

  @Override
  public SubjectBlock next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return buffer.take();
  }
}
