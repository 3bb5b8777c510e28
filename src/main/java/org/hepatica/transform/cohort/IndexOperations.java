package org.hepatica.transform.cohort;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.hepatica.table.Gold.COMPLETE_RESECTIONS;
import static org.hepatica.table.Gold.FIRST_STAGE_DATE;
import static org.hepatica.table.Gold.LARGEST_METASTASIS_CM;
import static org.hepatica.table.Gold.MAJOR_HEPATECTOMY;
import static org.hepatica.table.Gold.NUMBER_OF_METASTASES;
import static org.hepatica.table.Gold.OPERATION_PRECISION;
import static org.hepatica.table.Gold.RESECTIONS;
import static org.hepatica.table.Gold.TWO_STAGE;
import static org.hepatica.table.Registry.ABLATION;
import static org.hepatica.table.Registry.MARGIN;
import static org.hepatica.table.Registry.OPERATION_DATE;
import static org.hepatica.table.Registry.OPERATION_ID;
import static org.hepatica.table.Registry.SEGMENTS;
import static org.hepatica.table.Registry.SIZE_CM;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.table.Kind;
import org.hepatica.table.Let;
import org.hepatica.table.PartialDate;
import org.hepatica.table.Registry;

/** The index operation: the first complete resection in the study's period. */
final class IndexOperations {

  private static final String FIRST_STAGE = "first-stage";
  private static final String INDEX = "index";
  private static final String REPORT = "pathology_report";
  private static final String CM = LARGEST_METASTASIS_CM;
  private static final String QUALIFIER = Kind.QUANTITY.companionSuffix();

  private static final List<String> TAKEN =
      List.of(
          OPERATION_ID,
          OPERATION_DATE,
          OPERATION_PRECISION,
          FIRST_STAGE_DATE,
          MARGIN,
          SEGMENTS,
          MAJOR_HEPATECTOMY,
          ABLATION,
          TWO_STAGE);

  private IndexOperations() {}

  /** Adds the index operation, the counts of resections in any period, and the pathology. */
  static Dataset<Row> find(Dataset<Row> history, Study study) {
    boolean zeroAtFirst = FIRST_STAGE.equals(study.indexOperation().twoStage());
    Column complete = filter(col(Resections.RESECTION), one -> complete(one, study));
    Column index =
        get(
            filter(
                col(Resections.RESECTION), one -> complete(one, study).and(inPeriod(one, study))),
            lit(0));
    Dataset<Row> resected =
        Resections.find(history, zeroAtFirst)
            .withColumns(
                Map.of(
                    RESECTIONS,
                    size(col(Resections.RESECTION)),
                    COMPLETE_RESECTIONS,
                    size(complete)));
    return Let.columns(resected, INDEX, index, TAKEN).transform(IndexOperations::pathology);
  }

  /** Margins of the study make it complete; a study that names none takes every resection. */
  private static Column complete(Column resection, Study study) {
    List<String> margins = study.indexOperation().margins();
    if (margins.isEmpty()) {
      return lit(true);
    }
    Column margin = resection.getField(MARGIN).isin(margins.toArray());
    return coalesce(margin, lit(false)).and(not(resection.getField(Resections.UNFINISHED)));
  }

  private static Column inPeriod(Column resection, Study study) {
    Column day = resection.getField(OPERATION_DATE);
    return study
        .period()
        .map(
            period ->
                PartialDate.relative(resection.getField(OPERATION_PRECISION))
                    .or(day.between(lit(period.from()), lit(period.to()))))
        .orElseGet(() -> lit(true));
  }

  /** Number and largest size from the index operation's specimens; no report is no number. */
  private static Dataset<Row> pathology(Dataset<Row> history) {
    Column lesions = filter(col(Registry.LESION.name()), IndexOperations::resectedAtIndex);
    Column report =
        Let.in(
            lesions,
            some ->
                Let.in(
                    array_max(transform(some, IndexOperations::sized)),
                    largest -> report(size(some), largest)));
    return Let.columns(history, REPORT, report, List.of(NUMBER_OF_METASTASES, CM, CM + QUALIFIER));
  }

  private static Column report(Column number, Column largest) {
    return struct(
        when(number.gt(0), number).as(NUMBER_OF_METASTASES),
        largest.getField(SIZE_CM).as(CM),
        largest.getField(QUALIFIER).as(CM + QUALIFIER));
  }

  private static Column resectedAtIndex(Column lesion) {
    Column ids = col(INDEX).getField(Resections.OPERATION_IDS);
    return coalesce(array_contains(ids, lesion.getField(OPERATION_ID)), lit(false));
  }

  /** Orders by size, and 5 cm between less than 5 cm and more than 5 cm; an unknown size last. */
  private static Column sized(Column lesion) {
    Column qualifier = lesion.getField(SIZE_CM + QUALIFIER);
    Column rank =
        when(qualifier.equalTo("<"), lit(0)).when(qualifier.equalTo(">"), lit(2)).otherwise(lit(1));
    return struct(lesion.getField(SIZE_CM).as(SIZE_CM), rank.as("rank"), qualifier.as(QUALIFIER));
  }
}
