package org.hepatica.ml.direct;

import java.io.Serializable;
import org.hepatica.ml.scan.Chunk;
import org.hepatica.ml.scan.Chunks;

/** Makes rows of design columns of what was scanned. It travels to where the chunks are. */
public interface RowReader extends Serializable {

  /** What a row carries beside its design columns. */
  Carried carried();

  /** A reader of one partition. */
  ChunkReader of(Chunks chunks);

  /** Reads the chunks of a partition, one after the other. */
  interface ChunkReader {

    /** Adds the chunk's rows to a buffer that has room for them; leaves out incomplete ones. */
    void read(Chunk chunk, BlockBuffer into);
  }
}
