package org.hepatica.transform.risk;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.hepatica.table.Gold.DELIVERED;
import static org.hepatica.table.Gold.DFI_LT_12_MONTHS;
import static org.hepatica.table.Gold.DISEASE_FREE_INTERVAL_DAYS;
import static org.hepatica.table.Gold.EXPOSED;
import static org.hepatica.table.Gold.EXPOSURE_CLASS;
import static org.hepatica.table.Gold.EXTRAHEPATIC_DISEASE;
import static org.hepatica.table.Gold.EXTRAHEPATIC_UNRESECTED;
import static org.hepatica.table.Gold.SYNCHRONOUS;
import static org.hepatica.table.Registry.OPERATION_DATE;
import static org.hepatica.table.Registry.VALUE;
import static org.hepatica.table.Registry.VARIABLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.table.Genomic;
import org.hepatica.table.Gold;
import org.hepatica.table.Let;
import org.hepatica.table.Registry;

/** Ready-made variables: they fill what the registry's events do not tell. */
final class DeliveredVariables {

  private static final List<String> FILLED =
      List.of(
          Registry.SEX,
          Gold.AGE,
          Registry.MARGIN,
          Registry.SEGMENTS,
          Gold.MAJOR_HEPATECTOMY,
          Registry.ABLATION,
          Gold.TWO_STAGE,
          Gold.NODE_POSITIVE,
          SYNCHRONOUS,
          DISEASE_FREE_INTERVAL_DAYS,
          DFI_LT_12_MONTHS,
          Gold.NUMBER_OF_METASTASES,
          Gold.LARGEST_METASTASIS_CM,
          Registry.CEA_NG_ML,
          EXTRAHEPATIC_DISEASE,
          EXTRAHEPATIC_UNRESECTED,
          EXPOSURE_CLASS,
          Genomic.GENE_STATUS_NAME,
          Gold.RECURRENCE_SITE,
          Gold.RECURRENCE_LIVER_ONLY);

  private static final String FILLING = "variables_filled";
  private static final String SETTLING = "exposure_settled";

  private DeliveredVariables() {}

  /** Adds the map of ready-made variables, and fills what they can. */
  static Dataset<Row> fill(Dataset<Row> course, Study study) {
    Column entries =
        transform(
            col(Registry.DELIVERED.name()),
            one -> struct(one.getField(VARIABLE), one.getField(VALUE)));
    return course
        .withColumn(DELIVERED, map_from_entries(entries))
        .transform(Origins::begin)
        .transform(filled -> fill(filled, FILLED))
        .transform(filled -> withDefaults(filled, study));
  }

  /** Fills and notes in one expression, so that each text is read once. */
  private static Dataset<Row> fill(Dataset<Row> course, List<String> names) {
    Column filled = Let.in(Ready.values(names), ready -> filled(ready, names));
    List<String> fields = new ArrayList<>(Ready.fields(names));
    fields.add(Origins.READY);
    return Let.columns(course, FILLING, filled, fields);
  }

  private static Column filled(Column ready, List<String> names) {
    List<Column> fields = new ArrayList<>(Ready.filled(ready, names));
    fields.add(Origins.ready(ready, names).as(Origins.READY));
    return struct(fields.toArray(Column[]::new));
  }

  /**
   * What follows from filled variables. Events that nobody recorded did not happen: no extrahepatic
   * disease, no exposure. A delivered {@code exposed} makes a patient without courses of the
   * treatment an adjuvant one.
   */
  private static Dataset<Row> withDefaults(Dataset<Row> course, Study study) {
    Column operated = col(OPERATION_DATE).isNotNull();
    Column absent = when(operated, lit(false));
    Column lessThanYear =
        Covariates.lessThanYear(col(SYNCHRONOUS), col(DISEASE_FREE_INTERVAL_DAYS));
    Dataset<Row> settled =
        course.withColumns(
            Map.of(
                DFI_LT_12_MONTHS,
                coalesce(col(DFI_LT_12_MONTHS), lessThanYear),
                EXTRAHEPATIC_DISEASE,
                coalesce(col(EXTRAHEPATIC_DISEASE), absent),
                EXTRAHEPATIC_UNRESECTED,
                coalesce(col(EXTRAHEPATIC_UNRESECTED), absent)));
    return study
        .exposure()
        .map(exposure -> exposed(settled, operated))
        .orElseGet(() -> settled.withColumn(EXPOSED, lit(null)));
  }

  private static Dataset<Row> exposed(Dataset<Row> course, Column operated) {
    Column ready = when(Ready.value(EXPOSED), lit("adjuvant"));
    Column none = when(operated, lit("none"));
    Column settled =
        Let.in(
            coalesce(col(EXPOSURE_CLASS), ready, none),
            one ->
                struct(
                    one.as(EXPOSURE_CLASS), one.isin("adjuvant", "before and after").as(EXPOSED)));
    return Let.columns(course, SETTLING, settled, List.of(EXPOSURE_CLASS, EXPOSED));
  }
}
