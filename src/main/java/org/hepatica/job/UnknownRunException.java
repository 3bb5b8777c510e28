package org.hepatica.job;

/** A run was asked for that is not there, or that nothing can be read of. */
final class UnknownRunException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownRunException(String message) {
    super(message);
  }
}
