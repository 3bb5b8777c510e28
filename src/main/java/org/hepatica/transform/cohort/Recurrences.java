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

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.protocol.Study.RecurrenceSites;
import org.hepatica.table.Kind;
import org.hepatica.table.Let;
import org.hepatica.table.PartialDate;
import org.hepatica.table.Registry;

/** Recurrences of the index operation: dated after its day, up to the data cut-off. */
final class Recurrences {

  private static final String LIVER = "liver";
  private static final String OTHER = "other";
  private static final String FOUND = "recurrence_found";
  private static final String PRECISION = RECURRENCE_DATE + Kind.DATE.companionSuffix();

  private Recurrences() {}

  /** Adds the first recurrence, the first in the liver, and the class of the first episode. */
  static Dataset<Row> find(Dataset<Row> course, Study study) {
    Column found =
        Let.in(
            afterOperation(study),
            after -> Let.in(firstOf(after), first -> found(after, first, study)));
    return Let.columns(
        course,
        FOUND,
        found,
        List.of(
            FIRST_RECURRENCE_DATE,
            FIRST_LIVER_RECURRENCE_DATE,
            RECURRENCE_SITE,
            RECURRENCE_LIVER_ONLY));
  }

  private static Column found(Column after, Column first, Study study) {
    Column site = study.recurrenceSites().map(s -> site(after, first, s)).orElse(lit(null));
    Column liverOnly =
        study.recurrenceSites().map(s -> liverOnly(after, first, s)).orElse(lit(null));
    return struct(
        first.as(FIRST_RECURRENCE_DATE),
        firstOf(filter(after, Recurrences::liver)).as(FIRST_LIVER_RECURRENCE_DATE),
        site.as(RECURRENCE_SITE),
        liverOnly.as(RECURRENCE_LIVER_ONLY));
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

  /** Everything within the window of the first recurrence is one episode. */
  private static Column episode(Column after, Column first, RecurrenceSites sites) {
    return filter(after, one -> day(one).leq(date_add(first, sites.windowDays())));
  }

  private static Column liverOnly(Column after, Column first, RecurrenceSites sites) {
    return when(first.isNotNull(), forall(episode(after, first, sites), Recurrences::liver));
  }

  /** The first class of the order that the episode has. */
  private static Column site(Column after, Column first, RecurrenceSites sites) {
    return Let.in(
        episode(after, first, sites),
        episode -> when(first.isNotNull(), site(episode, sites.order())));
  }

  private static Column site(Column episode, List<String> order) {
    List<Column> classes = new ArrayList<>();
    order.forEach(site -> classes.add(when(exists(episode, one -> at(one, site)), lit(site))));
    classes.add(lit(OTHER));
    return coalesce(classes.toArray(Column[]::new));
  }

  private static Column at(Column recurrence, String site) {
    return recurrence.getField(SITE).equalTo(site);
  }
}
