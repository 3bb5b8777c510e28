package org.hepatica.source.format;

import java.io.IOException;

/** A file that cannot be taken at all; the message says where, why and what to do about it. */
public final class RefusedFileException extends IOException {

  private static final long serialVersionUID = 1L;

  /** With line, reason and remedy; the caller adds the file. */
  public RefusedFileException(String message) {
    super(message);
  }
}
