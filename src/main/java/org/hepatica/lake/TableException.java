package org.hepatica.lake;

/**
 * A table cannot be written as asked; each line of the message names table, column and remedy, and
 * no value.
 */
public final class TableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TableException(String message) {
    super(message);
  }
}
