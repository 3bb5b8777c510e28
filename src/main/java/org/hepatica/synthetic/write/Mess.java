package org.hepatica.synthetic.write;

/** Shares of planned mess that several exports have. */
final class Mess {

  /** Records whose key comes again, later, with other content. */
  static final double CONFLICTS = 0.003;

  /** Records without the patient's number. */
  static final double ORPHANS = 0.001;

  /** Records cut short. */
  static final double CUT = 0.0005;

  /** Optional cells that say "unknown". */
  static final double UNKNOWN = 0.02;

  private Mess() {}
}
