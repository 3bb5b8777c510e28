package org.hepatica.transform.genomics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.hepatica.table.Registry.CENTER;
import static org.hepatica.table.Registry.PATIENT_ID;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.StructType;
import org.hepatica.genomics.Call;
import org.hepatica.genomics.GenePolicy;
import org.hepatica.genomics.Outcome;
import org.hepatica.genomics.PatientStatus;
import org.hepatica.genomics.Platform;
import org.hepatica.genomics.SampleEvidence;
import org.hepatica.genomics.StatusPolicy;
import org.hepatica.table.Genomic;
import org.hepatica.table.Registry;
import org.hepatica.table.Tables;

/** One status a patient of the registry. */
final class PatientStatuses {

  private static final String DAY = "day";
  static final String SAMPLES = "samples";

  private static final StructType STATUS =
      new StructType()
          .add(Genomic.GENE_STATE, StringType)
          .add(Genomic.GENE_STATUS_NAME, StringType)
          .add(Genomic.REASON, StringType)
          .add(Genomic.VARIANTS, createArrayType(StringType, false))
          .add(Genomic.CODONS, createArrayType(IntegerType, false))
          .add(Genomic.DECIDING_PLATFORM, StringType)
          .add(Genomic.DECIDING_SAMPLE, StringType)
          .add(Genomic.PLATFORMS, createArrayType(StringType, false))
          .add(Genomic.CONFLICT, BooleanType)
          .add(Genomic.ASSAYS, IntegerType)
          .add(DAY, IntegerType);

  private PatientStatuses() {}

  static Dataset<Row> derive(Dataset<Row> samples, Tables tables, GenePolicy policy) {
    StatusPolicy rules = new StatusPolicy(policy);
    UDF1<Row, Row> derive = patient -> status(rules, patient);
    Dataset<Row> evidence =
        byPatient(samples)
            .withColumnRenamed(CENTER, "tested_center")
            .withColumnRenamed(PATIENT_ID, "tested_patient");
    Dataset<Row> patients = tables.read(Registry.PATIENT).select(CENTER, PATIENT_ID);
    return patients
        .join(
            evidence,
            col(CENTER)
                .equalTo(col("tested_center"))
                .and(col(PATIENT_ID).equalTo(col("tested_patient"))),
            "left")
        .withColumn("status", udf(derive, STATUS).apply(struct(col(SAMPLES))))
        .select(
            col(CENTER), col(PATIENT_ID), lit(policy.symbol()).as(Genomic.GENE), col("status.*"))
        .withColumn(Genomic.RESULT_DATE, date_from_unix_date(col(DAY)))
        .drop(DAY);
  }

  /**
   * A row a patient who was tested, with all samples.
   *
   * @param more columns of a sample that are wanted beside what decides
   */
  static Dataset<Row> byPatient(Dataset<Row> samples, String... more) {
    Stream<Column> deciding =
        Stream.of(
            col(Genomic.PLATFORM),
            col(Genomic.SAMPLE_ID),
            col(Genomic.OUTCOME),
            col(Genomic.OUTCOME_REASON),
            col(Genomic.CODONS),
            col(Genomic.TUMOR),
            unix_date(col(Genomic.RESULT_DATE)).as(DAY),
            col(Structs.CALLS));
    Stream<Column> beside = Stream.of(more).map(name -> col(name));
    return samples
        .where(col(PATIENT_ID).isNotNull())
        .groupBy(CENTER, PATIENT_ID)
        .agg(
            collect_list(struct(Stream.concat(deciding, beside).toArray(Column[]::new)))
                .as(SAMPLES));
  }

  private static Row status(StatusPolicy rules, Row patient) {
    PatientStatus status = rules.derive(evidence(patient));
    return RowFactory.create(
        status.state().label(),
        status.state().view(),
        status.reason(),
        status.variants().toArray(String[]::new),
        status.codons().toArray(Integer[]::new),
        status.platform() == null ? null : status.platform().label(),
        status.sample(),
        status.platforms().stream().map(Platform::label).toArray(String[]::new),
        status.conflict(),
        status.assays(),
        status.day());
  }

  /** Of a row whose one column is a list of samples, which may be null. */
  static List<SampleEvidence> evidence(Row patient) {
    return patient.isNullAt(0)
        ? List.of()
        : patient.<Row>getList(0).stream().map(PatientStatuses::sample).toList();
  }

  private static SampleEvidence sample(Row row) {
    List<Call> calls =
        row.<Row>getList(row.fieldIndex(Structs.CALLS)).stream().map(Structs::call).toList();
    return new SampleEvidence(
        Platform.of(row.getAs(Genomic.PLATFORM)),
        row.getAs(Genomic.SAMPLE_ID),
        Outcome.of(row.getAs(Genomic.OUTCOME)),
        row.getAs(Genomic.OUTCOME_REASON),
        new TreeSet<>(row.<Integer>getList(row.fieldIndex(Genomic.CODONS))),
        row.<Boolean>getAs(Genomic.TUMOR),
        row.getAs(DAY),
        calls);
  }
}
