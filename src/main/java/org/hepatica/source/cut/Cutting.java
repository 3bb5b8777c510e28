package org.hepatica.source.cut;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * What of a file is a person's.
 *
 * @param records how many records; of a matrix of samples how many samples
 * @param deletes whether the file is the person's alone and goes
 * @param tied by column, the hashes of all identifiers of the person's records
 * @param writing writes what is left; null when nothing is the person's or the file goes
 */
public record Cutting(
    long records, boolean deletes, Map<String, Set<String>> tied, Writing writing) {

  /** Of a file that has nothing of the person. */
  static final Cutting NOTHING = new Cutting(0, false, Map.of(), null);

  /** Writes a file without the person. */
  public interface Writing {
    /** To a path at which nothing is. */
    void to(Path target) throws IOException;
  }

  /** Of a file that is the person's alone. */
  static Cutting whole(long records, Map<String, Set<String>> tied) {
    return new Cutting(records, true, tied, null);
  }

  /** Whether the file is to be changed or to go. */
  public boolean changes() {
    return deletes || writing != null;
  }
}
