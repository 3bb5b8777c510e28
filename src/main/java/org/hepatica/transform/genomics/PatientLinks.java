package org.hepatica.transform.genomics;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.bool_and;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
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
import static org.hepatica.table.Registry.TUMOR_SHARE;
import static org.hepatica.table.Registry.VALID_TO;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Center;
import org.hepatica.table.Registry;
import org.hepatica.table.Tables;

/**
 * Finds a sample's patient. Three ways may claim a sample for a patient: the specimen's accession,
 * the crosswalk's alias of the platform for the sample, and that for the platform's own patient.
 * All that claim it must claim it for the same one; else it is nobody's, for there is no telling
 * who is wrong. So it is when an earlier delivery claimed it for another: two samples may have been
 * swapped, unless the centre confirms that the later claim is right.
 */
final class PatientLinks {

  /** Whether the specimen says that the tissue is normal. */
  static final String NORMAL_TISSUE = "normal_tissue";

  /** Of a sample that is, or was, claimed for more than one patient: each claim. */
  static final String CLAIMS = "claims";

  /** Of a claim: what makes it. */
  static final String WAY = "way";

  /** Of a claim: whether it holds by the newest deliveries. */
  static final String HOLDS = "holds";

  /** As many digits of a hash as people are shown. */
  static final int SHOWN = 12;

  private static final String HOLDING = "holding_";
  private static final String EVER = "ever_";
  private static final String ONCE = "once_";

  private PatientLinks() {}

  /**
   * Adds patient, claims, dates and what the specimen says.
   *
   * @param tables with specimens and crosswalk of all deliveries: rows that hold no more tell who
   *     had a sample before
   * @param centers by name, with the samples that they confirm
   */
  static Dataset<Row> join(Dataset<Row> samples, Tables tables, Map<String, Center> centers) {
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
        .withColumn(HOLDING, patients(filter(col(CLAIMS), claim -> claim.getField(HOLDS))))
        .withColumn(EVER, when(isConfirmed(centers), col(HOLDING)).otherwise(patients(col(CLAIMS))))
        .withColumn(
            PATIENT_ID,
            when(
                size(col(HOLDING)).equalTo(1).and(size(col(EVER)).equalTo(1)),
                col(HOLDING).getItem(0)))
        .withColumn(CLAIMS, when(size(col(HOLDING)).gt(0).and(size(col(EVER)).gt(1)), col(CLAIMS)))
        .withColumn(RESULT_DATE, coalesce(col(REPORT_DATE), col(DELIVERY).try_cast("date")))
        .withColumn(
            RESULT_DATE_SOURCE,
            when(col(REPORT_DATE).isNotNull(), lit("specimen")).otherwise(lit("delivery")))
        .drop(HOLDING, EVER, REPORT_DATE)
        .drop("by_specimen", "by_sample", "by_patient")
        .drop(ONCE + "by_specimen", ONCE + "by_sample", ONCE + "by_patient");
  }

  /** Whether claims that hold are for several patients; else they were in turn. */
  static Column areOfSeveralAtOnce(Column claims) {
    return size(patients(filter(claims, claim -> claim.getField(HOLDS)))).gt(1);
  }

  private static Column patients(Column claims) {
    return array_distinct(transform(claims, claim -> claim.getField(PATIENT_ID)));
  }

  private static Column isConfirmed(Map<String, Center> centers) {
    Column confirmed = lit(false);
    for (Center center : centers.values()) {
      Object[] samples =
          center.genomics().map(Center.Laboratory::confirmedSamples).stream()
              .flatMap(java.util.List::stream)
              .toArray();
      if (samples.length > 0) {
        confirmed =
            confirmed.or(
                col(CENTER)
                    .equalTo(center.name())
                    .and(substring(col(SAMPLE_ID), 1, SHOWN).isin(samples)));
      }
    }
    return confirmed;
  }

  /** Claims of one way, by patient: those that hold, then those of earlier deliveries. */
  private static Column claims(String way, String patients) {
    Column nobody = array().cast("array<string>");
    Column now = coalesce(col(patients), nobody);
    Column before = array_except(coalesce(col(ONCE + patients), nobody), now);
    return concat(claims(way, now, true), claims(way, before, false));
  }

  private static Column claims(String way, Column patients, boolean hold) {
    return transform(
        array_sort(patients),
        patient -> struct(lit(way).as(WAY), patient.as(PATIENT_ID), lit(hold).as(HOLDS)));
  }

  private static Column byKeys(Dataset<Row> samples, Dataset<Row> specimens) {
    return samples
        .col(CENTER)
        .equalTo(specimens.col("specimen_center"))
        .and(samples.col(SAMPLE_ID).equalTo(specimens.col("specimen_id")));
  }

  private static Dataset<Row> specimens(Tables tables) {
    Column holds = col(VALID_TO).isNull();
    Column normal = coalesce(col(SITE).equalTo("normal"), lit(false));
    return tables
        .read(Registry.SPECIMEN)
        .groupBy(col(CENTER).as("specimen_center"), col(ACCESSION).as("specimen_id"))
        .agg(
            collect_set(when(holds, col(PATIENT_ID))).as("by_specimen"),
            collect_set(when(not(holds), col(PATIENT_ID))).as(ONCE + "by_specimen"),
            max(when(holds, col(REPORT_DATE))).as(REPORT_DATE),
            min(when(holds, col(TUMOR_SHARE))).as(TUMOR_SHARE),
            bool_and(when(holds, normal)).as(NORMAL_TISSUE));
  }

  private static Dataset<Row> aliases(Tables tables) {
    Column holds = col(VALID_TO).isNull();
    return tables
        .read(Registry.CROSSWALK)
        .groupBy(
            col(CENTER).as("alias_center"),
            lower(col(SYSTEM)).as("alias_platform"),
            col(ALIAS_ID).as("alias"))
        .agg(
            collect_set(when(holds, col(PATIENT_ID))).as("alias_patients"),
            collect_set(when(not(holds), col(PATIENT_ID))).as("alias_once"));
  }

  private static Dataset<Row> joinAlias(
      Dataset<Row> samples, Dataset<Row> aliases, String id, String as) {
    Dataset<Row> named =
        aliases.withColumnRenamed("alias_patients", as).withColumnRenamed("alias_once", ONCE + as);
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
