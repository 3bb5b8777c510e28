package org.hepatica.ml.scan;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/** What a partition's chunks are made into, piece by piece, each when it is asked for. */
public final class Pieces<B> implements Iterator<B> {

  /** Collects rows until they make a piece. */
  public interface Buffer<B> {

    /** Whether a chunk's rows have room. */
    boolean hasRoomForChunk();

    /** Whether there is nothing to tell of. */
    boolean isEmpty();

    /** The piece of what was collected; the buffer is empty then. */
    B take();
  }

  private final Chunks chunks;
  private final Consumer<Chunk> reader;
  private final Buffer<B> buffer;

  /**
   * Pieces of a partition.
   *
   * @param reader adds a chunk to the buffer
   */
  public Pieces(Chunks chunks, Consumer<Chunk> reader, Buffer<B> buffer) {
    this.chunks = chunks;
    this.reader = reader;
    this.buffer = buffer;
  }

  @Override
  public boolean hasNext() {
    while (buffer.hasRoomForChunk() && chunks.hasNext()) {
      reader.accept(chunks.next());
    }
    return !buffer.isEmpty();
  }

  @Override
  public B next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return buffer.take();
  }
}
