package org.hepatica.genomics;

/**
 * What a text or an allele reads as, or why it does not.
 *
 * @param value the meaning; null when there is a defect
 * @param defect why it cannot be read; null when it can
 * @param <T> of the meaning
 */
public record Reading<T>(T value, String defect) {

  static <T> Reading<T> of(T value) {
    return new Reading<>(value, null);
  }

  static <T> Reading<T> defect(String defect) {
    return new Reading<>(null, defect);
  }

  /** Whether it could be read. */
  public boolean isReadable() {
    return defect == null;
  }
}
