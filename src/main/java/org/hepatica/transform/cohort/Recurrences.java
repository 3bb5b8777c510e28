package org.hepatica.transform.cohort;

import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.forall;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.hepatica.table.Gold.FIRST_LIVER_RECURRENCE_DATE;
import static org.hepatica.table.Gold.FIRST_RECURRENCE_DATE;
import static org.hepatica.table.Gold.RECURRENCE_LIVER_ONLY;
import static org.hepatica.table.Gold.RECURRENCE_SITE;
import static org.hepatica.table.Registry.LAST_CONTACT_DATE;
import static org.hepatica.table.Registry.OPERATION_DATE;
import static org.hepatica.table.Registry.RECURRENCE_DATE;
import static org.hepatica.table.Registry.SITE;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.protocol.Study.RecurrenceSites;
import org.hepatica.table.Kind;
import org.hepatica.table.PartialDate;
import org.hepatica.table.Registry;

/** Recurrences of the index operation: dated after its day, up to the data cut-off. */
final class Recurrences {

  private static final String LIVER = "liver";
  private static final String OTHER = "other";
  private static final String AFTER = "recurrence_after";
  private static final String EPISODE = "first_episode";
  private static final String PRECISION = RECURRENCE_DATE + Kind.DATE.companionSuffix();

  private Recurrences() {}

  /** Adds the first recurrence, the first in the liver, and the class of the first episode. */
  static Dataset<Row> find(Dataset<Row> course, Study study) {
    return course
        .withColumn(AFTER, afterOperation(study))
        .withColumn(FIRST_RECURRENCE_DATE, firstOf(col(AFTER)))
        .withColumn(FIRST_LIVER_RECURRENCE_DATE, firstOf(filter(col(AFTER), Recurrences::liver)))
        .transform(
            after -> study.recurrenceSites().map(s -> classed(after, s)).orElse(unclassed(after)));
  }

  private static Column afterOperation(Study study) {
    Column dated = transform(col(Registry.RECURRENCE.name()), Recurrences::dated);
    return filter(
        filter(dated, one -> coalesce(day(one).gt(col(OPERATION_DATE)), lit(false))),
        one -> not(CutOff.after(study, day(one), one.getField(PRECISION))));
  }

  private static Column dated(Column recurrence) {
    Column precision = recurrence.getField(PRECISION);
    Column known = PartialDate.notAfter(day(recurrence), precision, col(LAST_CONTACT_DATE));
    Column next = date_add(col(OPERATION_DATE), 1);
    return struct(
        PartialDate.reaching(known, precision, next).as(RECURRENCE_DATE),
        precision.as(PRECISION),
        recurrence.getField(SITE).as(SITE));
  }

  private static Column day(Column recurrence) {
    return recurrence.getField(RECURRENCE_DATE);
  }

  private static Column firstOf(Column recurrences) {
    return array_min(transform(recurrences, Recurrences::day));
  }

  private static Column liver(Column recurrence) {
    return recurrence.getField(SITE).equalTo(LIVER);
  }

  /** Everything within the window of the first recurrence is one episode, of one class. */
  private static Dataset<Row> classed(Dataset<Row> course, RecurrenceSites sites) {
    Column end = date_add(col(FIRST_RECURRENCE_DATE), sites.windowDays());
    Column some = size(col(EPISODE)).gt(0);
    return course
        .withColumn(EPISODE, filter(col(AFTER), one -> day(one).leq(end)))
        .withColumn(RECURRENCE_SITE, when(some, site(sites.order())))
        .withColumn(RECURRENCE_LIVER_ONLY, when(some, forall(col(EPISODE), Recurrences::liver)));
  }

  private static Column site(List<String> order) {
    Column[] classes =
        order.stream()
            .map(site -> when(exists(col(EPISODE), one -> at(one, site)), lit(site)))
            .toArray(Column[]::new);
    return classes.length == 0 ? lit(OTHER) : coalesce(coalesce(classes), lit(OTHER));
  }

  private static Column at(Column recurrence, String site) {
    return recurrence.getField(SITE).equalTo(site);
  }

  private static Dataset<Row> unclassed(Dataset<Row> course) {
    return course
        .withColumn(RECURRENCE_SITE, lit(null))
        .withColumn(RECURRENCE_LIVER_ONLY, lit(null));
  }
}
