package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.Comparator;

/** Orders strata: numbers by value, then texts by code point. */
final class StratumOrder implements Comparator<Object>, Serializable {

  static final StratumOrder INSTANCE = new StratumOrder();

  /** The name of the one stratum of data without strata. */
  static final Object NONE = 0.0;

  private static final long serialVersionUID = 1L;

  @Override
  public int compare(Object a, Object b) {
    if (a instanceof Double x && b instanceof Double y) {
      return x.compareTo(y);
    }
    if (a instanceof Double) {
      return -1;
    }
    return b instanceof Double ? 1 : a.toString().compareTo(b.toString());
  }
}
