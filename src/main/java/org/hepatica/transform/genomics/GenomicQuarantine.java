package org.hepatica.transform.genomics;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.hepatica.table.Genomic.SAMPLE_ID;
import static org.hepatica.table.Registry.CENTER;
import static org.hepatica.table.Registry.PATIENT_ID;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.table.Genomic;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/** Platform records that could not be used, with the reason. */
final class GenomicQuarantine {

  private GenomicQuarantine() {}

  static Dataset<Row> of(Dataset<Row> bySample, Dataset<Row> samples) {
    return defects(samples).unionByName(strangers(samples)).unionByName(nameless(bySample));
  }

  private static Dataset<Row> defects(Dataset<Row> samples) {
    return samples
        .select(col(CENTER), explode(col(Structs.DEFECTS)).as("defect"))
        .select(
            shape(
                "defect.",
                Genomic.ASSAY_CALL.name(),
                lit("record"),
                col("defect." + Operational.RULE),
                col("defect." + Operational.COLUMN),
                col("defect." + Operational.VALUE),
                col("defect." + Operational.REASON)));
  }

  /**
   * Records of tumour samples that no patient has, more than one claims, or another had before; of
   * a record of several samples only its cell.
   */
  private static Dataset<Row> strangers(Dataset<Row> samples) {
    String observation = "observation.";
    return samples
        .where(col(PATIENT_ID).isNull().and(col(Genomic.TUMOR)))
        .select(
            col(CENTER),
            col(SAMPLE_ID),
            col(PatientLinks.CLAIMS),
            explode(col(PlatformRecords.OBSERVATIONS)).as("observation"))
        .select(
            shape(
                observation,
                Genomic.ASSAY.name(),
                when(col(observation + PlatformRecords.SAMPLES_OF_RECORD).gt(1), lit("cell"))
                    .otherwise(lit("record")),
                when(col(PatientLinks.CLAIMS).isNull(), lit("sample-without-patient"))
                    .when(ofSeveral(), lit("sample-of-several-patients"))
                    .otherwise(lit("sample-swapped")),
                lit(SAMPLE_ID),
                shown(col(SAMPLE_ID)),
                coalesce(
                    claims(),
                    lit(
                        "the sample is no specimen's accession number and no alias in the crosswalk;"
                            + " add it to one of them"))));
  }

  private static Column ofSeveral() {
    return PatientLinks.areOfSeveralAtOnce(col(PatientLinks.CLAIMS));
  }

  /** Every claim on a sample; null where there is only one patient, or none. */
  private static Column claims() {
    Column each =
        transform(
            col(PatientLinks.CLAIMS),
            claim ->
                concat(
                    lit("patient "),
                    shown(claim.getField(PATIENT_ID)),
                    lit(" (by "),
                    claim.getField(PatientLinks.WAY),
                    when(claim.getField(PatientLinks.HOLDS), lit(")"))
                        .otherwise(lit(", in an earlier delivery)"))));
    Column remedy =
        when(ofSeveral(), lit("; correct the specimens or the crosswalk so that one is left"))
            .otherwise(
                concat(
                    lit("; if the newer claim is right, name "),
                    shown(col(SAMPLE_ID)),
                    lit(" in genomics.confirmed-samples of the centre's conf file")));
    return concat(lit("the sample is claimed for "), array_join(each, " and "), remedy);
  }

  /** As much of a hash as people need to find it again. */
  private static Column shown(Column hash) {
    return concat(lit("#"), substring(hash, 1, PatientLinks.SHOWN));
  }

  private static Dataset<Row> nameless(Dataset<Row> bySample) {
    return bySample
        .where(col(SAMPLE_ID).isNull())
        .select(
            shape(
                "",
                Genomic.ASSAY.name(),
                lit("record"),
                lit("no-sample"),
                lit(SAMPLE_ID),
                lit(null).cast("string"),
                lit("the record names no sample; deliver the sample's id with it")));
  }

  private static Column[] shape(
      String from,
      String table,
      Column level,
      Column rule,
      Column column,
      Column value,
      Column reason) {
    return new Column[] {
      col(CENTER),
      col(from + Operational.EXPORT).as(Operational.EXPORT),
      col(from + Registry.DELIVERY).as(Registry.DELIVERY),
      col(from + Registry.SOURCE_FILE).as(Registry.SOURCE_FILE),
      col(from + Registry.SOURCE_LINE).as(Registry.SOURCE_LINE),
      lit(table).as(Operational.TABLE),
      level.as(Operational.LEVEL),
      rule.as(Operational.RULE),
      column.as(Operational.COLUMN),
      value.as(Operational.VALUE),
      reason.as(Operational.REASON)
    };
  }
}
