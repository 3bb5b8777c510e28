package org.hepatica.lake;

/**
 * Where a run can be made to die, for proofs of what it leaves behind: before and after each commit
 * of a table. Nothing happens unless the system property {@value #PROPERTY} names the point.
 */
final class FaultPoint {

  /** {@code halt:POINT} ends the process as kill -9 does, {@code error:POINT} throws an Error. */
  static final String PROPERTY = "hepatica.fault";

  private FaultPoint() {}

  /**
   * Reached.
   *
   * @param point such as {@code before silver/patient}
   */
  static void at(String point) {
    String asked = System.getProperty(PROPERTY);
    if (asked == null) {
      return;
    }
    if (asked.equals("halt:" + point)) {
      Runtime.getRuntime().halt(137);
    }
    if (asked.equals("error:" + point)) {
      throw new Halted(point);
    }
  }

  /** No exception of the program's, so that nobody tidies up after it. */
  private static final class Halted extends Error {

    private static final long serialVersionUID = 1L;

    Halted(String point) {
      super("halted " + point);
    }
  }
}
