package org.hepatica.source;

import java.util.List;

/** Delivered data that cannot be taken: every problem found, each with its place and remedy. */
public final class DeliveryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /** With all problems, not only the first. */
  public DeliveryException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** With one problem. */
  public DeliveryException(String problem) {
    this(List.of(problem));
  }

  /** One line a problem. */
  public List<String> problems() {
    return problems;
  }
}
