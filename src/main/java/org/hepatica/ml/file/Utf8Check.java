package org.hepatica.ml.file;

/** Tells whether bytes, one after the other, are UTF-8. */
final class Utf8Check {

  private static final int FIRST_CONTINUATION = 0x80;
  private static final int LAST_CONTINUATION = 0xBF;

  private int expected;
  private int least = FIRST_CONTINUATION;
  private int most = LAST_CONTINUATION;

  /** Whether bytes of a character are still to come. */
  boolean isInside() {
    return expected > 0;
  }

  /** Takes the next byte; false if it cannot stand there. */
  boolean take(byte next) {
    int value = next & 0xFF;
    if (expected > 0) {
      boolean fits = value >= least && value <= most;
      expected--;
      least = FIRST_CONTINUATION;
      most = LAST_CONTINUATION;
      return fits;
    }
    return value < FIRST_CONTINUATION || begin(value);
  }

  /** The second byte of some is bounded: no character has two spellings, none is a surrogate. */
  private boolean begin(int value) {
    if (value < 0xC2 || value > 0xF4) {
      return false;
    }
    expected = value < 0xE0 ? 1 : value < 0xF0 ? 2 : 3;
    switch (value) {
      case 0xE0 -> least = 0xA0;
      case 0xED -> most = 0x9F;
      case 0xF0 -> least = 0x90;
      case 0xF4 -> most = 0x8F;
      default -> {}
    }
    return true;
  }
}
