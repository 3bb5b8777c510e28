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
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;
import static org.hepatica.table.Gold.AGE;
import static org.hepatica.table.Gold.DFI_LT_12_MONTHS;
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

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.table.Kind;
import org.hepatica.table.Let;
import org.hepatica.table.PartialDate;
import org.hepatica.table.Registry;

/** Covariates at the index operation, as the registry's events tell them. */
final class Covariates {

  /** Days of a year where only days are had: 12 months of 30.4375. */
  private static final double DAYS_A_YEAR = 365.25;

  private static final int MONTHS_A_YEAR = 12;
  private static final String PRIMARY = "primary_found";
  private static final List<String> OF_PRIMARY =
      List.of(
          PRIMARY_RESECTION_DATE,
          LIVER_METASTASIS_DATE,
          DISEASE_FREE_INTERVAL_DAYS,
          SYNCHRONOUS,
          DFI_LT_12_MONTHS);

  private Covariates() {}

  /** Adds the covariates; null where the registry does not say. */
  static Dataset<Row> derive(Dataset<Row> course) {
    return course
        .transform(Covariates::person)
        .transform(Covariates::extrahepatic)
        .withColumn(PRIMARY, primary())
        .withColumn(Markers.CHOSEN, Markers.chosen())
        .transform(found -> Let.spread(found, PRIMARY, OF_PRIMARY))
        .transform(found -> Let.spread(found, Markers.CHOSEN, Markers.FIELDS));
  }

  private static Dataset<Row> person(Dataset<Row> course) {
    Column row = get(col(Registry.PATIENT.name()), lit(0));
    Column precision = row.getField(BIRTH_DATE + Kind.DATE.companionSuffix());
    return course.withColumns(
        Map.of(
            SEX,
            row.getField(SEX),
            AGE,
            age(row.getField(BIRTH_DATE), precision),
            NODE_POSITIVE,
            get(col(Registry.PRIMARY_TUMOR.name()), lit(0))
                .getField(NODAL_STATUS)
                .equalTo("positive")));
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

  private static Column primary() {
    Column row = get(col(Registry.PRIMARY_TUMOR.name()), lit(0));
    Column precision = row.getField(RESECTION_DATE + Kind.DATE.companionSuffix());
    return Let.in(
        day(row, RESECTION_DATE),
        resected ->
            Let.in(
                day(row, LIVER_METASTASIS_DATE),
                metastasis -> interval(resected, precision, metastasis)));
  }

  private static Column interval(Column resected, Column precision, Column metastasis) {
    Column liverFirst = when(col(OPERATION_DATE).leq(resected), lit(true));
    Column days = datediff(metastasis, resected);
    Column synchronous = coalesce(liverFirst, metastasis.leq(resected));
    Column byCalendar = metastasis.lt(add_months(resected, MONTHS_A_YEAR));
    Column lessThanYear =
        when(PartialDate.relative(precision), lessThanYear(synchronous, days))
            .otherwise(when(synchronous, lit(true)).otherwise(byCalendar));
    return struct(
        resected.as(PRIMARY_RESECTION_DATE),
        metastasis.as(LIVER_METASTASIS_DATE),
        days.as(DISEASE_FREE_INTERVAL_DAYS),
        synchronous.as(SYNCHRONOUS),
        lessThanYear.as(DFI_LT_12_MONTHS));
  }

  /**
   * Less than 12 months where only days are had; synchronous and liver-first count as less. Where
   * dates are, the calendar decides.
   */
  static Column lessThanYear(Column synchronous, Column days) {
    return when(synchronous, lit(true)).otherwise(days.lt(DAYS_A_YEAR));
  }

  /** Disease found at or before the operation; unresected unless it was resected by then. */
  private static Dataset<Row> extrahepatic(Dataset<Row> course) {
    Column rows = col(Registry.EXTRAHEPATIC.name());
    Column some = size(rows).gt(0).and(col(OPERATION_DATE).isNotNull());
    return course.withColumns(
        Map.of(
            EXTRAHEPATIC_DISEASE,
            when(some, exists(rows, Covariates::found)),
            EXTRAHEPATIC_UNRESECTED,
            when(some, exists(rows, one -> found(one).and(unresected(one))))));
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
