package org.hepatica.ml.direct;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which columns of a scan mean what.
 *
 * @param time the place of follow-up
 * @param event the place of whether it ended with the event: 0 or 1
 * @param stratum the place of the stratum, a number or a text; -1 without strata
 * @param stratumIsText whether it is a text
 * @param design places of the design columns
 */
public record Roles(int time, int event, int stratum, boolean stratumIsText, List<Integer> design)
    implements Serializable {

  /** Copies the list. */
  public Roles {
    design = List.copyOf(design);
  }

  OptionalInt stratumPlace() {
    return stratum < 0 ? OptionalInt.empty() : OptionalInt.of(stratum);
  }
}
