package org.hepatica.ml.file;

/** A table that cannot be read: the message names the file and says why. */
public final class DataFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DataFileException(String message) {
    super(message);
  }

  DataFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
