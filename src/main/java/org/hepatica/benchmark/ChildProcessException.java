package org.hepatica.benchmark;

/** A program that was started for a measurement did not come to its end. */
public final class ChildProcessException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ChildProcessException(String message) {
    super(message);
  }
}
