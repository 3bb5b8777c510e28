package org.hepatica.transform.risk;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.hepatica.table.Gold.CEA_DATE;
import static org.hepatica.table.Gold.OPERATION_PRECISION;
import static org.hepatica.table.Registry.CEA_NG_ML;
import static org.hepatica.table.Registry.DRAWN_DATE;
import static org.hepatica.table.Registry.OPERATION_DATE;

import java.util.List;
import org.apache.spark.sql.Column;
import org.hepatica.table.Kind;
import org.hepatica.table.PartialDate;
import org.hepatica.table.Registry;

/** Carcinoembryonic antigen at the operation. */
final class Markers {

  private static final int MONTHS_BEFORE = 3;

  /** 3 months of 30.4375 days, where only days are had. */
  private static final int DAYS_BEFORE = 91;

  private static final String QUALIFIER = Kind.QUANTITY.companionSuffix();

  /** The working column of {@link #chosen()}. */
  static final String CHOSEN = "cea_chosen";

  /** Its fields that are a subject's columns. */
  static final List<String> FIELDS = List.of(CEA_NG_ML, CEA_NG_ML + QUALIFIER, CEA_DATE);

  private Markers() {}

  /** The latest value from 3 months before the operation to its day; never a later one. */
  static Column chosen() {
    Column drawn = filter(col(Registry.CEA.name()), one -> one.getField(CEA_NG_ML).isNotNull());
    return array_max(
        filter(
            transform(drawn, Markers::dated),
            one -> one.getField(CEA_DATE).between(from(), col(OPERATION_DATE))));
  }

  private static Column dated(Column one) {
    Column qualifier = one.getField(CEA_NG_ML + QUALIFIER);
    Column rank =
        when(qualifier.equalTo("<"), lit(0)).when(qualifier.equalTo(">"), lit(2)).otherwise(lit(1));
    return struct(
        Covariates.day(one, DRAWN_DATE).as(CEA_DATE),
        one.getField(CEA_NG_ML).as(CEA_NG_ML),
        rank.as("rank"),
        qualifier.as(CEA_NG_ML + QUALIFIER));
  }

  private static Column from() {
    Column operation = col(OPERATION_DATE);
    return when(PartialDate.relative(col(OPERATION_PRECISION)), date_sub(operation, DAYS_BEFORE))
        .otherwise(add_months(operation, -MONTHS_BEFORE));
  }
}
