package org.hepatica.ml.direct;

import java.io.Serializable;

/**
 * What rows carry beside their design columns, in columns that stand behind these.
 *
 * @param design how many design columns there are
 * @param frequency whether rows stand for numbers of subjects; negative ones take subjects off
 *     again, who come under observation only then
 * @param weight whether rows have case weights
 * @param offset whether rows have offsets
 * @param cluster whether rows belong together
 * @param clusterIsRow whether what belongs together is the two rows of a subject that comes late,
 *     and nothing else
 * @param entry whether rows say when their subjects come under observation
 */
public record Carried(
    int design,
    boolean frequency,
    boolean weight,
    boolean offset,
    boolean cluster,
    boolean clusterIsRow,
    boolean entry)
    implements Serializable {

  /** Design columns and nothing else: each row is one subject. */
  public static Carried nothing(int design) {
    return new Carried(design, false, false, false, false, false, false);
  }

  /** The column of frequencies. */
  int frequencyAt() {
    return design;
  }

  /** The column of case weights. */
  int weightAt() {
    return frequencyAt() + (frequency ? 1 : 0);
  }

  /** The column of offsets. */
  int offsetAt() {
    return weightAt() + (weight ? 1 : 0);
  }

  /** The column of clusters. */
  int clusterAt() {
    return offsetAt() + (offset ? 1 : 0);
  }

  /** The column of entries. */
  int entryAt() {
    return clusterAt() + (cluster ? 1 : 0);
  }

  /** How many columns there are together. */
  int columns() {
    return entryAt() + (entry ? 1 : 0);
  }

  /** Whether rows differ in how much they are. */
  boolean hasMass() {
    return frequency || weight;
  }
}
