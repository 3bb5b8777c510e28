package org.hepatica.ml.estimator;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hepatica.survival.cox.BaselineHazard;

/**
 * Baseline hazards by stratum, found by its name and never by its place.
 *
 * @param byStratum a stratum's value as text ({@link #name}); the empty text without strata
 * @param whyNone why there are none, if there are none
 */
record Baselines(Map<String, BaselineHazard> byStratum, Optional<String> whyNone) {

  /** The name of the one stratum of data without strata. */
  static final String WHOLE = "";

  Baselines {
    byStratum = Collections.unmodifiableMap(new TreeMap<>(byStratum));
  }

  static Baselines none(String why) {
    return new Baselines(Map.of(), Optional.of(why));
  }

  /** A value as the name of a stratum: 1 and 1.0 are one. */
  static String name(Object value) {
    if (value instanceof Number number && number.doubleValue() == number.longValue()) {
      return Long.toString(number.longValue());
    }
    return value.toString();
  }

  /**
   * The baseline hazard of a stratum.
   *
   * @param stratum its value; null without strata
   * @throws IllegalArgumentException if nothing was learned of it
   * @throws IllegalStateException if there are no baseline hazards
   */
  BaselineHazard of(Object stratum) {
    return lookup().of(stratum);
  }

  /** What finds them, where the rows are. */
  Lookup lookup() {
    whyNone.ifPresent(
        why -> {
          throw new IllegalStateException(why);
        });
    return new Lookup(new TreeMap<>(byStratum));
  }

  /**
   * Finds baseline hazards.
   *
   * @param byStratum by name
   */
  record Lookup(TreeMap<String, BaselineHazard> byStratum) implements Serializable {

    BaselineHazard of(Object stratum) {
      String name = stratum == null ? WHOLE : name(stratum);
      BaselineHazard found = byStratum.get(name);
      if (found == null) {
        throw new IllegalArgumentException(
            byStratum.containsKey(WHOLE)
                ? "the model has no strata, so it knows no stratum " + name
                : "no stratum %s among %s".formatted(name, byStratum.keySet()));
      }
      return found;
    }
  }
}
