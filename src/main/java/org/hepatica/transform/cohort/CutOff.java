package org.hepatica.transform.cohort;

import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;
import org.hepatica.protocol.Study;
import org.hepatica.table.PartialDate;

/** The study's data cut-off: what is dated after it has not happened yet. */
final class CutOff {

  private CutOff() {}

  /** Whether a calendar day lies after the cut-off; never null, false without a cut-off. */
  static Column after(Study study, Column day, Column precision) {
    return study
        .dataCutOff()
        .map(cutOff -> PartialDate.beyond(day, precision, lit(cutOff)))
        .orElseGet(() -> lit(false));
  }
}
