package org.hepatica.transform.genomics;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.bool_and;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
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

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.table.Registry;
import org.hepatica.table.Tables;

/**
 * Finds a sample's patient. Three ways may claim a sample for a patient: the specimen's accession,
 * the crosswalk's alias of the platform for the sample, and that for the platform's own patient.
 * All that claim it must claim it for the same one; else it is nobody's, for there is no telling
 * who is wrong.
 */
final class PatientLinks {

  /** Whether the specimen says that the tissue is normal. */
  static final String NORMAL_TISSUE = "normal_tissue";

  /** Of a sample that is claimed for more than one patient: each claim's way and patient. */
  static final String CLAIMS = "claims";

  /** Of a claim: what makes it. */
  static final String WAY = "way";

  private static final String CLAIMED = "claimed_";

  private PatientLinks() {}

  static Dataset<Row> join(Dataset<Row> samples, Tables tables) {
    Dataset<Row> specimens = specimens(tables);
    Dataset<Row> aliases = aliases(tables);
    return samples
        .join(specimens, byKeys(samples, specimens), "left")
        .drop("specimen_center", "specimen_id")
        .transform(joined -> joinAlias(joined, aliases, SAMPLE_ID, "by_sample"))
        .transform(
            joined -> joinAlias(joined, aliases, PlatformRecords.PLATFORM_PATIENT, "by_patient"))
        .withColumn(
            CLAIMS,
            concat(
                claims("specimen", "by_specimen"),
                claims("crosswalk, for the sample", "by_sample"),
                claims("crosswalk, for the platform's patient", "by_patient")))
        .withColumn(CLAIMED, array_distinct(transform(col(CLAIMS), c -> c.getField(PATIENT_ID))))
        .withColumn(PATIENT_ID, when(size(col(CLAIMED)).equalTo(1), col(CLAIMED).getItem(0)))
        .withColumn(CLAIMS, when(size(col(CLAIMED)).gt(1), col(CLAIMS)))
        .withColumn(RESULT_DATE, coalesce(col(REPORT_DATE), col(DELIVERY).try_cast("date")))
        .withColumn(
            RESULT_DATE_SOURCE,
            when(col(REPORT_DATE).isNotNull(), lit("specimen")).otherwise(lit("delivery")))
        .drop("by_specimen", "by_sample", "by_patient", CLAIMED, REPORT_DATE);
  }

  /** Claims of one way, by patient. */
  private static Column claims(String way, String patients) {
    Column nobody = array().cast("array<string>");
    return transform(
        array_sort(coalesce(col(patients), nobody)),
        patient -> struct(lit(way).as(WAY), patient.as(PATIENT_ID)));
  }

  private static Column byKeys(Dataset<Row> samples, Dataset<Row> specimens) {
    return samples
        .col(CENTER)
        .equalTo(specimens.col("specimen_center"))
        .and(samples.col(SAMPLE_ID).equalTo(specimens.col("specimen_id")));
  }

  private static Dataset<Row> specimens(Tables tables) {
    return tables
        .read(Registry.SPECIMEN)
        .groupBy(col(CENTER).as("specimen_center"), col(ACCESSION).as("specimen_id"))
        .agg(
            collect_set(PATIENT_ID).as("by_specimen"),
            max(REPORT_DATE).as(REPORT_DATE),
            bool_and(coalesce(col(SITE).equalTo("normal"), lit(false))).as(NORMAL_TISSUE));
  }

  private static Dataset<Row> aliases(Tables tables) {
    return tables
        .read(Registry.CROSSWALK)
        .groupBy(
            col(CENTER).as("alias_center"),
            lower(col(SYSTEM)).as("alias_platform"),
            col(ALIAS_ID).as("alias"))
        .agg(collect_set(PATIENT_ID).as("alias_patients"));
  }

  private static Dataset<Row> joinAlias(
      Dataset<Row> samples, Dataset<Row> aliases, String id, String as) {
    Dataset<Row> named = aliases.withColumnRenamed("alias_patients", as);
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
