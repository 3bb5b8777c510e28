package org.hepatica.protocol;

import java.util.List;

/** Configuration that cannot be used: every problem found, each with file, line, key and remedy. */
public final class ProtocolException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /** With all problems of the files, not only the first. */
  public ProtocolException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** One line a problem. */
  public List<String> problems() {
    return problems;
  }
}
