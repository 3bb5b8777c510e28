package org.hepatica.transform.genomics;

import static org.apache.spark.sql.functions.bool_and;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;
import static org.hepatica.table.Genomic.PLATFORM;
import static org.hepatica.table.Genomic.RESULT_DATE;
import static org.hepatica.table.Genomic.RESULT_DATE_SOURCE;
import static org.hepatica.table.Genomic.SAMPLE_ID;
import static org.hepatica.table.Registry.ACCESSION;
import static org.hepatica.table.Registry.ALIAS_ID;
import static org.hepatica.table.Registry.CENTER;
import static org.hepatica.table.Registry.DELIVERY;
import static org.hepatica.table.Registry.PATIENT_ID;
import static org.hepatica.table.Registry.REPORT_DATE;
import static org.hepatica.table.Registry.SITE;
import static org.hepatica.table.Registry.SYSTEM;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.table.Registry;
import org.hepatica.table.Tables;

/**
 * Finds a sample's patient: by the specimen's accession, else by the crosswalk's alias of the
 * platform for the sample, else for the platform's own patient.
 */
final class PatientLinks {

  /** Whether the specimen says that the tissue is normal. */
  static final String NORMAL_TISSUE = "normal_tissue";

  private PatientLinks() {}

  static Dataset<Row> join(Dataset<Row> samples, Tables tables) {
    Dataset<Row> specimens = specimens(tables);
    Dataset<Row> aliases = aliases(tables);
    return samples
        .join(specimens, byKeys(samples, specimens, SAMPLE_ID, "specimen_id"), "left")
        .drop("specimen_center", "specimen_id")
        .transform(joined -> joinAlias(joined, aliases, SAMPLE_ID, "by_sample"))
        .transform(
            joined -> joinAlias(joined, aliases, PlatformRecords.PLATFORM_PATIENT, "by_patient"))
        .withColumn(
            PATIENT_ID, coalesce(col("specimen_patient"), col("by_sample"), col("by_patient")))
        .withColumn(RESULT_DATE, coalesce(col(REPORT_DATE), col(DELIVERY).try_cast("date")))
        .withColumn(
            RESULT_DATE_SOURCE,
            when(col(REPORT_DATE).isNotNull(), lit("specimen")).otherwise(lit("delivery")))
        .drop("specimen_patient", "by_sample", "by_patient", REPORT_DATE);
  }

  private static org.apache.spark.sql.Column byKeys(
      Dataset<Row> samples, Dataset<Row> specimens, String sample, String id) {
    return samples
        .col(CENTER)
        .equalTo(specimens.col("specimen_center"))
        .and(samples.col(sample).equalTo(specimens.col(id)));
  }

  /** An accession that two patients share links to neither. */
  private static Dataset<Row> specimens(Tables tables) {
    return tables
        .read(Registry.SPECIMEN)
        .groupBy(col(CENTER).as("specimen_center"), col(ACCESSION).as("specimen_id"))
        .agg(
            when(min(PATIENT_ID).equalTo(max(PATIENT_ID)), min(PATIENT_ID)).as("specimen_patient"),
            max(REPORT_DATE).as(REPORT_DATE),
            bool_and(coalesce(col(SITE).equalTo("normal"), lit(false))).as(NORMAL_TISSUE));
  }

  private static Dataset<Row> aliases(Tables tables) {
    return tables
        .read(Registry.CROSSWALK)
        .select(
            col(CENTER).as("alias_center"),
            lower(col(SYSTEM)).as("alias_platform"),
            col(ALIAS_ID).as("alias"),
            col(PATIENT_ID).as("alias_patient"));
  }

  private static Dataset<Row> joinAlias(
      Dataset<Row> samples, Dataset<Row> aliases, String id, String as) {
    Dataset<Row> named = aliases.withColumnRenamed("alias_patient", as);
    return samples
        .join(
            named,
            col(CENTER)
                .equalTo(col("alias_center"))
                .and(col(PLATFORM).equalTo(col("alias_platform")))
                .and(col(id).equalTo(col("alias"))),
            "left")
        .drop("alias_center", "alias_platform", "alias");
  }
}
