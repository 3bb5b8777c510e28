package org.hepatica.source;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hepatica.table.Operational;

/**
 * A delivery that a run has looked at.
 *
 * @param id its name
 * @param state {@code accepted}: to be taken; {@code unchanged}: its content is that of the ones
 *     before; {@code refused}
 * @param files of all its exports, hashed; none of a refused one
 * @param changed the exports whose files are to be read; none of one that was only touched
 * @param seen its date; of files directly in landing, when the newest was written
 * @param stamp as {@link Operational#STAMP}
 * @param problems why it is refused
 */
public record Arrival(
    String id,
    String state,
    List<DeliveredFile> files,
    Set<String> changed,
    LocalDate seen,
    String stamp,
    List<String> problems) {

  /** Whether its records are to be taken. */
  public boolean isTaken() {
    return state.equals(Operational.ACCEPTED) && !changed.isEmpty();
  }

  /** By export, the hashes of its files. */
  public Map<String, Set<String>> content() {
    return Folder.content(files);
  }

  /** The files to be read. */
  public List<DeliveredFile> read() {
    return files.stream().filter(file -> changed.contains(file.export())).toList();
  }
}
