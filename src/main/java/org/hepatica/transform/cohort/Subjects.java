package org.hepatica.transform.cohort;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.table.Gold;
import org.hepatica.table.Tables;

/** Every patient of the registry with which endpoints they have and whether they are in. */
public final class Subjects {

  private Subjects() {}

  /** Rows of {@link Gold#SUBJECT}, one for every row of {@link Gold#PROFILE}. */
  public static Dataset<Row> derive(Tables tables, Study study) {
    return Tables.shaped(
        tables
            .read(Gold.PROFILE)
            .transform(profile -> Endpoints.availability(profile, study))
            .transform(profile -> Eligibility.apply(profile, study)),
        Gold.SUBJECT);
  }
}
