package org.hepatica.synthetic.course;

/** Rules that change what a planted patient's facts look like. */
final class Fails {

  static final String ABLATION_ONLY = "ablation-only";
  static final String R2 = "r2";
  static final String UNRESECTED = "unresected-extrahepatic";
  static final String HAI_LATER = "hai-after-recurrence-only";
  static final String NO_FOLLOW_UP = "no-follow-up";

  private Fails() {}
}
