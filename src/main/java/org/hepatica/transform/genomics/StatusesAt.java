package org.hepatica.transform.genomics;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.hepatica.table.Genomic.PLATFORM;
import static org.hepatica.table.Genomic.SAMPLE_ID;
import static org.hepatica.table.Registry.CENTER;

import java.sql.Date;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.genomics.GenePolicy;
import org.hepatica.protocol.Study;
import org.hepatica.table.Genomic;
import org.hepatica.table.Registry;
import org.hepatica.table.Tables;

/**
 * What the status of the gene was at a date: by the assays whose results were there by then, as
 * their records read today.
 */
public final class StatusesAt {

  private static final String[] SAMPLE = {CENTER, PLATFORM, SAMPLE_ID};

  private final GenePolicy policy;
  private final Dataset<Row> samples;
  private final Tables tables;

  /**
   * @param tables with assays, their calls, and statuses, whose patients are asked about
   * @param gene and its policy
   * @param date results of later days are left out
   */
  public StatusesAt(Tables tables, Study.Gene gene, LocalDate date) {
    this.tables = tables;
    policy = Laboratories.policy(gene);
    Dataset<Row> calls = calls(tables.read(Genomic.ASSAY_CALL));
    Column none = array().cast(calls.schema().apply(Structs.CALLS).dataType());
    samples =
        tables
            .read(Genomic.ASSAY)
            .where(col(Genomic.RESULT_DATE).leq(Date.valueOf(date)))
            .join(calls, SAMPLE, "left")
            .withColumn(Structs.CALLS, coalesce(col(Structs.CALLS), none));
  }

  /** Rows of {@link Genomic#GENE_STATUS}. */
  public Dataset<Row> statuses() {
    Tables patients =
        tables.with(
            Registry.PATIENT, tables.read(Genomic.GENE_STATUS).select(CENTER, Registry.PATIENT_ID));
    return Tables.shaped(PatientStatuses.derive(samples, patients, policy), Genomic.GENE_STATUS);
  }

  /** Rows of {@link Genomic#GENE_EVIDENCE}. */
  public Dataset<Row> evidence() {
    return Tables.shaped(PatientEvidence.derive(samples, policy), Genomic.GENE_EVIDENCE);
  }

  /** Calls by sample; where their records were delivered decides nothing. */
  private static Dataset<Row> calls(Dataset<Row> calls) {
    Column[] call =
        Stream.of(Structs.CALL.fieldNames())
            .map(
                name ->
                    calls.schema().getFieldIndex(name).isDefined() ? col(name) : lit("").as(name))
            .toArray(Column[]::new);
    return calls
        .groupBy(CENTER, PLATFORM, SAMPLE_ID)
        .agg(collect_list(struct(call)).as(Structs.CALLS));
  }
}
