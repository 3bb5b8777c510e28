package org.hepatica.job;

/** What a scheduler is told. */
final class ExitCode {

  static final int OK = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int DATA_REFUSED = 3;

  private ExitCode() {}
}
