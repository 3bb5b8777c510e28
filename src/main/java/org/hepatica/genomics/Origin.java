package org.hepatica.genomics;

import java.util.Comparator;

/**
 * The delivered record that something was read from.
 *
 * @param export of the centre's configuration
 * @param delivery by its date
 * @param file inside the delivery
 * @param line physical line
 */
public record Origin(String export, String delivery, String file, long line)
    implements Comparable<Origin> {

  private static final Comparator<Origin> ORDER =
      Comparator.comparing(Origin::delivery)
          .thenComparing(Origin::file)
          .thenComparingLong(Origin::line)
          .thenComparing(Origin::export);

  @Override
  public int compareTo(Origin other) {
    return ORDER.compare(this, other);
  }
}
