package org.hepatica.transform.risk;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.dayofmonth;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;
import static org.hepatica.table.Gold.AGE;
import static org.hepatica.table.Gold.DISEASE_FREE_INTERVAL_DAYS;
import static org.hepatica.table.Gold.EXTRAHEPATIC_DISEASE;
import static org.hepatica.table.Gold.EXTRAHEPATIC_UNRESECTED;
import static org.hepatica.table.Gold.NODE_POSITIVE;
import static org.hepatica.table.Gold.OPERATION_PRECISION;
import static org.hepatica.table.Gold.PRIMARY_RESECTION_DATE;
import static org.hepatica.table.Gold.SYNCHRONOUS;
import static org.hepatica.table.Registry.BIRTH_DATE;
import static org.hepatica.table.Registry.FOUND_DATE;
import static org.hepatica.table.Registry.LAST_CONTACT_DATE;
import static org.hepatica.table.Registry.LIVER_METASTASIS_DATE;
import static org.hepatica.table.Registry.NODAL_STATUS;
import static org.hepatica.table.Registry.OPERATION_DATE;
import static org.hepatica.table.Registry.RESECTED_DATE;
import static org.hepatica.table.Registry.RESECTION_DATE;
import static org.hepatica.table.Registry.SEX;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.table.Kind;
import org.hepatica.table.PartialDate;
import org.hepatica.table.Registry;

/** Covariates at the index operation, as the registry's events tell them. */
final class Covariates {

  /** Days of a year where only days are had: 12 months of 30.4375. */
  private static final double DAYS_A_YEAR = 365.25;

  private static final int MONTHS_A_YEAR = 12;

  private Covariates() {}

  /** Adds the covariates; null where the registry does not say. */
  static Dataset<Row> derive(Dataset<Row> course) {
    return course
        .transform(Covariates::person)
        .transform(Covariates::primary)
        .transform(Markers::cea)
        .transform(Covariates::extrahepatic);
  }

  private static Dataset<Row> person(Dataset<Row> course) {
    Column row = get(col(Registry.PATIENT.name()), lit(0));
    Column precision = row.getField(BIRTH_DATE + Kind.DATE.companionSuffix());
    return course
        .withColumn(SEX, row.getField(SEX))
        .withColumn(AGE, age(row.getField(BIRTH_DATE), precision));
  }

  /** Completed years; born on 29 February, a year is completed on 1 March where there is none. */
  private static Column age(Column birth, Column precision) {
    Column operation = col(OPERATION_DATE);
    Column years = year(operation).minus(year(birth));
    Column toCome = dayOfYear(operation).lt(dayOfYear(birth));
    Column byCalendar = when(toCome, years.minus(1)).otherwise(years);
    Column byDays = floor(datediff(operation, birth).divide(DAYS_A_YEAR));
    Column relativeBirth = PartialDate.relative(precision);
    Column relativeOperation = PartialDate.relative(col(OPERATION_PRECISION));
    return when(relativeBirth.and(relativeOperation), byDays)
        .when(relativeBirth.equalTo(relativeOperation), byCalendar);
  }

  private static Column dayOfYear(Column day) {
    return month(day).multiply(100).plus(dayofmonth(day));
  }

  private static Dataset<Row> primary(Dataset<Row> course) {
    Column row = get(col(Registry.PRIMARY_TUMOR.name()), lit(0));
    Column nodes = row.getField(NODAL_STATUS);
    Column interval = datediff(col(LIVER_METASTASIS_DATE), col(PRIMARY_RESECTION_DATE));
    Column liverFirst = when(col(OPERATION_DATE).leq(col(PRIMARY_RESECTION_DATE)), lit(true));
    return course
        .withColumn(NODE_POSITIVE, nodes.equalTo("positive"))
        .withColumn(PRIMARY_RESECTION_DATE, day(row, RESECTION_DATE))
        .withColumn(LIVER_METASTASIS_DATE, day(row, LIVER_METASTASIS_DATE))
        .withColumn(DISEASE_FREE_INTERVAL_DAYS, interval)
        .withColumn(SYNCHRONOUS, coalesce(liverFirst, interval.leq(0)));
  }

  /**
   * Less than 12 months from the primary's resection: by the calendar where dates are, by days
   * where only days are. Synchronous and liver-first count as less.
   */
  static Column intervalLessThanYear() {
    Column row = get(col(Registry.PRIMARY_TUMOR.name()), lit(0));
    Column precision = row.getField(RESECTION_DATE + Kind.DATE.companionSuffix());
    Column anniversary = add_months(col(PRIMARY_RESECTION_DATE), MONTHS_A_YEAR);
    Column byCalendar =
        when(
            PartialDate.relative(precision).equalTo(lit(false)),
            col(LIVER_METASTASIS_DATE).lt(anniversary));
    Column byDays = col(DISEASE_FREE_INTERVAL_DAYS).lt(DAYS_A_YEAR);
    return when(col(SYNCHRONOUS), lit(true)).otherwise(coalesce(byCalendar, byDays));
  }

  /** Disease found at or before the operation; unresected unless it was resected by then. */
  private static Dataset<Row> extrahepatic(Dataset<Row> course) {
    Column rows = col(Registry.EXTRAHEPATIC.name());
    Column some = size(rows).gt(0).and(col(OPERATION_DATE).isNotNull());
    return course
        .withColumn(EXTRAHEPATIC_DISEASE, when(some, exists(rows, Covariates::found)))
        .withColumn(
            EXTRAHEPATIC_UNRESECTED,
            when(some, exists(rows, one -> found(one).and(unresected(one)))));
  }

  private static Column found(Column disease) {
    return day(disease, FOUND_DATE).leq(col(OPERATION_DATE));
  }

  private static Column unresected(Column disease) {
    return coalesce(day(disease, RESECTED_DATE).gt(col(OPERATION_DATE)), lit(true));
  }

  /** A date of a row, where imputed not after the last contact. */
  static Column day(Column row, String name) {
    Column precision = row.getField(name + Kind.DATE.companionSuffix());
    return PartialDate.notAfter(row.getField(name), precision, col(LAST_CONTACT_DATE));
  }
}
