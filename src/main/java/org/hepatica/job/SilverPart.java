package org.hepatica.job;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;

/** What some centres' records make of their parts of silver. */
interface SilverPart {

  /** How much there is of the centres, in the rows of {@code silver/extent}. */
  List<Row> extents();

  /** Writes the parts of those centres that are believed. */
  void write(Set<String> good);

  /**
   * What was written of patients of whom something changed, settled for the steps that follow;
   * empty when all records were looked at.
   */
  Optional<CloseTables> close();
}
