package org.hepatica.lake;

/** Another run works on the lake; the message names it and says what to do. */
public final class LakeBusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LakeBusyException(String message) {
    super(message);
  }
}
