package org.hepatica.transform.cohort;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.size;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.table.Gold;
import org.hepatica.table.Histories;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;

/**
 * The course of every patient of the registry: index operation, follow-up, recurrence, exposure.
 *
 * <p>The steps add columns to one row a patient; after the gathering no row moves.
 */
public final class Courses {

  private static final List<TableDefinition> SOURCES =
      List.of(
          Registry.PATIENT,
          Registry.LIVER_OPERATION,
          Registry.LESION,
          Registry.FOLLOW_UP,
          Registry.RECURRENCE,
          Registry.TREATMENT,
          Registry.DELIVERED_ENDPOINT);

  private Courses() {}

  /** Rows of {@link Gold#COURSE}: one for every row of the table patient. */
  public static Dataset<Row> derive(Tables tables, Study study) {
    return Tables.shaped(
        Histories.gather(tables, SOURCES)
            .filter(size(col(Registry.PATIENT.name())).gt(0))
            .transform(FollowUps::read)
            .transform(history -> IndexOperations.find(history, study))
            .transform(FollowUps::reachOperation)
            .transform(course -> Recurrences.find(course, study))
            .transform(course -> Treatments.classify(course, study))
            .transform(course -> FollowUps.endAtCutOff(course, study))
            .transform(DeliveredEndpoints::read),
        Gold.COURSE);
  }
}
