package org.hepatica.ml.competing;

import java.io.Serializable;
import org.hepatica.ml.scan.Chunk;
import org.hepatica.ml.scan.Chunks;

/** Makes subjects of what was scanned. It travels to where the chunks are. */
public interface SubjectReader extends Serializable {

  /** How many design columns a subject has. */
  int columns();

  /** A reader of one partition. */
  ChunkReader of(Chunks chunks);

  /** Reads the chunks of a partition, one after the other. */
  interface ChunkReader {

    /** Adds the chunk's subjects to a buffer that has room for them; leaves out incomplete ones. */
    void read(Chunk chunk, SubjectBuffer into);
  }
}
