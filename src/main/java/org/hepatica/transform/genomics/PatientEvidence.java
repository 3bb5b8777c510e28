package org.hepatica.transform.genomics;

import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.hepatica.table.Registry.CENTER;
import static org.hepatica.table.Registry.PATIENT_ID;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.StructType;
import org.hepatica.genomics.Contribution;
import org.hepatica.genomics.GenePolicy;
import org.hepatica.genomics.StatusPolicy;
import org.hepatica.table.Genomic;
import org.hepatica.table.Registry;

/** What each assay of a patient contributed to the status. */
final class PatientEvidence {

  private static final String SAID = "said";

  private static final StructType CONTRIBUTION =
      new StructType()
          .add(Genomic.PART, StringType)
          .add(Genomic.REASON, StringType)
          .add(Genomic.VARIANTS, createArrayType(StringType, false))
          .add(Genomic.VARIANT_FRACTION, DoubleType);

  private PatientEvidence() {}

  static Dataset<Row> derive(Dataset<Row> samples, GenePolicy policy) {
    StatusPolicy rules = new StatusPolicy(policy);
    UDF1<Row, Row[]> contributions = patient -> contributions(rules, patient);
    String sample = "each." + PatientStatuses.SAMPLES + ".";
    return PatientStatuses.byPatient(
            samples,
            Genomic.PANEL,
            Registry.TUMOR_SHARE,
            Genomic.RESULT_DATE,
            Genomic.RESULT_DATE_SOURCE)
        .withColumn(
            SAID,
            udf(contributions, createArrayType(CONTRIBUTION, false))
                .apply(struct(col(PatientStatuses.SAMPLES))))
        .select(
            col(CENTER),
            col(PATIENT_ID),
            lit(policy.symbol()).as(Genomic.GENE),
            explode(arrays_zip(col(PatientStatuses.SAMPLES), col(SAID))).as("each"))
        .select(
            col(CENTER),
            col(PATIENT_ID),
            col(Genomic.GENE),
            col(sample + Genomic.PLATFORM),
            col(sample + Genomic.SAMPLE_ID),
            col("each." + SAID + ".*"),
            col(sample + Genomic.CODONS),
            col(sample + Registry.TUMOR_SHARE),
            col(sample + Genomic.PANEL),
            col(sample + Genomic.RESULT_DATE),
            col(sample + Genomic.RESULT_DATE_SOURCE));
  }

  private static Row[] contributions(StatusPolicy rules, Row patient) {
    return rules.contributions(PatientStatuses.evidence(patient)).stream()
        .map(PatientEvidence::row)
        .toArray(Row[]::new);
  }

  private static Row row(Contribution contribution) {
    return RowFactory.create(
        contribution.part().label(),
        contribution.reason(),
        contribution.variants().toArray(String[]::new),
        contribution.fraction());
  }
}
