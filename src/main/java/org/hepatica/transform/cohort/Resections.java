package org.hepatica.transform.cohort;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;
import static org.hepatica.table.Gold.FIRST_STAGE_DATE;
import static org.hepatica.table.Gold.MAJOR_HEPATECTOMY;
import static org.hepatica.table.Gold.OPERATION_PRECISION;
import static org.hepatica.table.Gold.TWO_STAGE;
import static org.hepatica.table.Registry.ABLATION;
import static org.hepatica.table.Registry.EXTENT;
import static org.hepatica.table.Registry.KIND;
import static org.hepatica.table.Registry.MARGIN;
import static org.hepatica.table.Registry.OPERATION_DATE;
import static org.hepatica.table.Registry.OPERATION_ID;
import static org.hepatica.table.Registry.SEGMENTS;
import static org.hepatica.table.Registry.STAGE;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.table.Kind;
import org.hepatica.table.Let;
import org.hepatica.table.PartialDate;
import org.hepatica.table.Registry;

/**
 * A patient's liver resections, two stages as one.
 *
 * <p>A second stage completes the latest first stage before it. A first stage that nothing
 * completes stands alone and is not a complete resection, whatever its margin.
 */
final class Resections {

  /** The column that this class adds: an array of resections by time zero. */
  static final String RESECTION = "resection";

  /** Operations that make up the resection. */
  static final String OPERATION_IDS = "operation_ids";

  /** Whether the resection is a first stage that nothing completes. */
  static final String UNFINISHED = "unfinished";

  private static final String FIRST = "first";
  private static final String LAST = "last";
  private static final int MAJOR_SEGMENTS = 3;

  private Resections() {}

  /** Adds {@link #RESECTION}; time zero is the completing stage, or the first when asked. */
  static Dataset<Row> find(Dataset<Row> history, boolean zeroAtFirstStage) {
    Column resections =
        Let.in(
            stages(),
            stages ->
                Let.in(completions(stages), later -> resections(stages, later, zeroAtFirstStage)));
    return history.withColumn(RESECTION, resections);
  }

  private static Column stages() {
    Column resections =
        filter(
            col(Registry.LIVER_OPERATION.name()),
            operation -> operation.getField(KIND).equalTo(lit("resection")));
    return sort_array(transform(resections, Resections::stage));
  }

  private static Column stage(Column operation) {
    Column precision = operation.getField(OPERATION_DATE + Kind.DATE.companionSuffix());
    Column last = col(Registry.LAST_CONTACT_DATE);
    Column day = PartialDate.notAfter(operation.getField(OPERATION_DATE), precision, last);
    return struct(
        day.as(OPERATION_DATE),
        operation.getField(OPERATION_ID).as(OPERATION_ID),
        precision.as(OPERATION_PRECISION),
        operation.getField(STAGE).as(STAGE),
        operation.getField(MARGIN).as(MARGIN),
        operation.getField(SEGMENTS).as(SEGMENTS),
        operation.getField(EXTENT).as(EXTENT),
        operation.getField(ABLATION).as(ABLATION));
  }

  /** Every stage but the first ones, each with the first stage that it completes. */
  private static Column completions(Column stages) {
    Column later = filter(stages, stage -> not(isStage(stage, 1)));
    return transform(later, last -> struct(last.as(LAST), firstStageOf(last, stages).as(FIRST)));
  }

  private static Column firstStageOf(Column last, Column stages) {
    Column before =
        filter(
            stages,
            stage ->
                isStage(stage, 1)
                    .and(stage.getField(OPERATION_DATE).leq(last.getField(OPERATION_DATE))));
    return when(isStage(last, 2), try_element_at(before, lit(-1)));
  }

  private static Column isStage(Column stage, int number) {
    return coalesce(stage.getField(STAGE).equalTo(lit(number)), lit(false));
  }

  private static Column resections(Column stages, Column later, boolean zeroAtFirstStage) {
    Column complete =
        transform(
            later, pair -> merged(pair.getField(LAST), pair.getField(FIRST), zeroAtFirstStage));
    Column completed =
        array_compact(transform(later, pair -> pair.getField(FIRST).getField(OPERATION_ID)));
    Column alone =
        filter(
            stages,
            stage ->
                isStage(stage, 1)
                    .and(not(array_contains(completed, stage.getField(OPERATION_ID)))));
    return sort_array(concat(complete, transform(alone, Resections::unfinished)));
  }

  private static Column merged(Column last, Column first, boolean zeroAtFirstStage) {
    Column zero = zeroAtFirstStage ? when(first.isNotNull(), first).otherwise(last) : last;
    return struct(
        zero.getField(OPERATION_DATE).as(OPERATION_DATE),
        last.getField(OPERATION_ID).as(OPERATION_ID),
        zero.getField(OPERATION_PRECISION).as(OPERATION_PRECISION),
        first.getField(OPERATION_DATE).as(FIRST_STAGE_DATE),
        array_compact(array(last.getField(OPERATION_ID), first.getField(OPERATION_ID)))
            .as(OPERATION_IDS),
        worstMargin(last, first).as(MARGIN),
        segments(last, first).as(SEGMENTS),
        major(last, first).as(MAJOR_HEPATECTOMY),
        either(last.getField(ABLATION), first.getField(ABLATION), first).as(ABLATION),
        isStage(last, 2).as(TWO_STAGE),
        lit(false).as(UNFINISHED));
  }

  private static Column unfinished(Column stage) {
    return struct(
        stage.getField(OPERATION_DATE).as(OPERATION_DATE),
        stage.getField(OPERATION_ID).as(OPERATION_ID),
        stage.getField(OPERATION_PRECISION).as(OPERATION_PRECISION),
        stage.getField(OPERATION_DATE).as(FIRST_STAGE_DATE),
        array(stage.getField(OPERATION_ID)).as(OPERATION_IDS),
        stage.getField(MARGIN).as(MARGIN),
        stage.getField(SEGMENTS).as(SEGMENTS),
        majorOf(stage.getField(SEGMENTS), stage.getField(EXTENT)).as(MAJOR_HEPATECTOMY),
        stage.getField(ABLATION).as(ABLATION),
        lit(false).as(TWO_STAGE),
        lit(true).as(UNFINISHED));
  }

  /**
   * R2 over unknown over R1 over R0: an unknown margin of one stage is not a complete resection.
   */
  private static Column worstMargin(Column last, Column first) {
    Column one = last.getField(MARGIN);
    Column other = first.getField(MARGIN);
    return when(first.isNull(), one)
        .when(one.equalTo("R2").or(other.equalTo("R2")), lit("R2"))
        .when(one.isNotNull().and(other.isNotNull()), greatest(one, other));
  }

  private static Column segments(Column last, Column first) {
    return when(first.isNull(), last.getField(SEGMENTS))
        .otherwise(last.getField(SEGMENTS).plus(first.getField(SEGMENTS)));
  }

  private static Column major(Column last, Column first) {
    Column ofLast = majorOf(last.getField(SEGMENTS), last.getField(EXTENT));
    Column ofFirst = majorOf(first.getField(SEGMENTS), first.getField(EXTENT));
    Column together = segments(last, first).geq(MAJOR_SEGMENTS);
    return coalesce(together, either(ofLast, ofFirst, first));
  }

  private static Column majorOf(Column segments, Column extent) {
    return coalesce(segments.geq(MAJOR_SEGMENTS), extent.equalTo("major"));
  }

  private static Column either(Column ofLast, Column ofFirst, Column first) {
    return when(first.isNull(), ofLast).otherwise(ofLast.or(ofFirst));
  }
}
