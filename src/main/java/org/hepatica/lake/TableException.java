package org.hepatica.lake;

/**
 * A table cannot be read or written as asked; each line of the message names table, column and
 * remedy, and no value.
 */
public final class TableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** In words for people. */
  public TableException(String message) {
    super(message);
  }

  TableException(String message, Throwable cause) {
    super(message, cause);
  }
}
