package org.hepatica.quality;

/** Names of the rules by which registry records and cells are withheld. */
public final class Rules {

  /** A text that is no value of its column. */
  public static final String BAD_VALUE = "bad-value";

  /** A mandatory column without a value. */
  public static final String MISSING_VALUE = "missing-value";

  /** A condition of a mapping that fails on the record. */
  public static final String BAD_CONDITION = "bad-condition";

  /** Other content under a key that an earlier record has. */
  public static final String CONFLICT = "conflict";

  /** A record that no mapping takes. */
  public static final String UNMAPPED = "unmapped";

  /** A defect that names no rule of its own. */
  public static final String UNREADABLE = "unreadable";

  private Rules() {}
}
