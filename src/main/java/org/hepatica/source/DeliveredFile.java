package org.hepatica.source;

import java.nio.file.Path;

/**
 * A file of a delivery that belongs to an export.
 *
 * @param center the centre
 * @param delivery the delivery, by its date
 * @param export the export of the centre's configuration
 * @param file path inside the delivery, with {@code /}
 * @param path where it lies
 * @param bytes size as delivered
 * @param sha256 hash of the content as delivered, hex
 */
public record DeliveredFile(
    String center,
    String delivery,
    String export,
    String file,
    Path path,
    long bytes,
    String sha256) {

  /** For messages: centre, delivery and file. */
  public String name() {
    return center + "/" + delivery + "/" + file;
  }

  /** The same file as part of the delivery of another date. */
  DeliveredFile deliveredOn(String date) {
    return new DeliveredFile(center, date, export, file, path, bytes, sha256);
  }
}
