package org.hepatica.portal;

/** A study folder cannot be written as the portal wants it. */
public final class PortalException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what is wrong and what to do. */
  public PortalException(String message) {
    super(message);
  }
}
