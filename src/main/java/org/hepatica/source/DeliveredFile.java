package org.hepatica.source;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file of a delivery that belongs to an export.
 *
 * @param center the centre
 * @param delivery the delivery, by its date; a second one of a date ends in {@code .02}
 * @param export the export of the centre's configuration
 * @param file path inside the delivery, with {@code /}
 * @param path where it lies
 * @param shown {@code file} as tables and messages show it: where a laboratory names files by
 *     sample, the name is replaced by the beginning of the content's hash
 * @param bytes size as delivered
 * @param sha256 hash of the content as delivered, hex
 * @param modified time of the file when it was hashed, milliseconds since 1970, UTC
 * @param key the file system's own of the file then; empty where there is none
 */
public record DeliveredFile(
    String center,
    String delivery,
    String export,
    String file,
    Path path,
    String shown,
    long bytes,
    String sha256,
    long modified,
    String key) {

  /** The name to show for a file that is named by a sample: folder, hash, ending. */
  static String withoutName(String file, String sha256) {
    int name = file.lastIndexOf('/') + 1;
    int ending = file.indexOf('.', name);
    String end = ending < 0 ? "" : file.substring(ending);
    return file.substring(0, name) + "sha256-" + sha256.substring(0, 12) + end;
  }

  /** For messages: centre, delivery and file. */
  public String name() {
    return center + "/" + delivery + "/" + shown;
  }

  /** Whether the file is still the one that was hashed, as far as size, time and key tell. */
  public boolean isStill() {
    try {
      return Glance.Stamp.of(path).equals(new Glance.Stamp(bytes, modified, key));
    } catch (IOException e) {
      return false;
    }
  }

  /** The same file as part of another delivery. */
  DeliveredFile deliveredAs(String id) {
    return new DeliveredFile(center, id, export, file, path, shown, bytes, sha256, modified, key);
  }
}
