package org.hepatica.job;

/** A run or a delivery was asked for that is not there, or that nothing can be read of. */
final class NotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotFoundException(String message) {
    super(message);
  }
}
