package org.hepatica.transform.genomics;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Study;
import org.hepatica.quality.Typed;
import org.hepatica.table.Genomic;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;

/** Platform records to assays, calls and one status a patient. */
public final class GeneStatuses {

  /**
   * What is derived.
   *
   * @param samples nested, from which all the others come
   * @param assays rows of {@link Genomic#ASSAY}
   * @param calls rows of {@link Genomic#ASSAY_CALL}
   * @param statuses rows of {@link Genomic#GENE_STATUS}, one for every patient of the registry
   * @param evidence rows of {@link Genomic#GENE_EVIDENCE}, one for every assay of a patient
   * @param quarantine rows of {@code Operational.QUARANTINE}, records with a defect among them; a
   *     record can stand there more than once, with several reasons
   * @param reconciliation rows of {@code Operational.RECONCILIATION} for the platforms' files
   */
  public record Result(
      Dataset<Row> samples,
      Dataset<Row> assays,
      Dataset<Row> calls,
      Dataset<Row> statuses,
      Dataset<Row> evidence,
      Dataset<Row> quarantine,
      Dataset<Row> reconciliation) {}

  private GeneStatuses() {}

  /**
   * Derives the gene's status from the newest records of every export.
   *
   * @param records rows of {@code Operational.RECORD}
   * @param tables with patients that hold, and with specimens and crosswalk of all deliveries: who
   *     had a sample before is told by rows that hold no more
   * @param centers by name
   * @param gene and its policy
   */
  public static Result run(
      Dataset<Row> records, Tables tables, Map<String, Center> centers, Study.Gene gene) {
    return run(records, tables, centers, gene, UnaryOperator.identity());
  }

  /**
   * The same, with the samples settled once.
   *
   * @param settle writes the samples, nested, and reads them back, so that the outputs do not each
   *     read every file's records again
   */
  public static Result run(
      Dataset<Row> records,
      Tables tables,
      Map<String, Center> centers,
      Study.Gene gene,
      UnaryOperator<Dataset<Row>> settle) {
    return run(records, panels(records, centers, gene), tables, centers, gene, settle);
  }

  /**
   * The same of some samples alone: those of whom all records are given.
   *
   * @param panels what the centres' files, all of them, say about panels: {@link #panels}
   */
  public static Result run(
      Dataset<Row> records,
      Dataset<Row> panels,
      Tables tables,
      Map<String, Center> centers,
      Study.Gene gene,
      UnaryOperator<Dataset<Row>> settle) {
    Laboratories laboratories = new Laboratories(centers, gene);
    PlatformRecords platform = new PlatformRecords(records, centers, laboratories);
    Dataset<Row> bySample = platform.bySample();
    Dataset<Row> samples =
        PlatformRecords.gathered(bySample)
            .transform(gathered -> SampleReadings.read(gathered, panels, laboratories))
            .transform(read -> PatientLinks.join(read, tables, centers))
            .transform(GeneStatuses::flattened)
            .transform(settle::apply);
    Dataset<Row> quarantine =
        PlatformAccount.defects(platform.all())
            .unionByName(GenomicQuarantine.of(bySample, samples).select(PlatformAccount.typed()));
    return new Result(
        samples,
        samples.select(columns(Genomic.ASSAY)),
        calls(samples),
        PatientStatuses.derive(samples, tables, laboratories.policy())
            .select(columns(Genomic.GENE_STATUS)),
        PatientEvidence.derive(samples, laboratories.policy())
            .select(columns(Genomic.GENE_EVIDENCE)),
        quarantine,
        PlatformAccount.reconciliation(platform.all(), quarantine));
  }

  /** A row a centre: what its files say about panels, which bears on all its samples. */
  public static Dataset<Row> panels(
      Dataset<Row> records, Map<String, Center> centers, Study.Gene gene) {
    return new PlatformRecords(records, centers, new Laboratories(centers, gene)).panels();
  }

  /** Whether a record is a platform's. */
  public static Column isOfPlatform(Map<String, Center> centers) {
    return PlatformRecords.format(centers).isNotNull();
  }

  /** Whether a record says something about panels. */
  public static Column saysOfPanels(Map<String, Center> centers) {
    return PlatformRecords.format(centers).isin(PlatformRecords.OF_PANELS);
  }

  private static Dataset<Row> flattened(Dataset<Row> joined) {
    String reading = SampleReadings.READING + ".";
    Column tumor =
        col(reading + Genomic.TUMOR)
            .and(not(coalesce(col(PatientLinks.NORMAL_TISSUE), lit(false))));
    return joined.select(
        col(Registry.CENTER),
        col(Genomic.PLATFORM),
        col(Genomic.SAMPLE_ID),
        col(Registry.PATIENT_ID),
        col(reading + Genomic.PANEL),
        col(reading + Genomic.OUTCOME),
        col(reading + Genomic.OUTCOME_REASON),
        col(reading + Genomic.CODONS),
        tumor.as(Genomic.TUMOR),
        col(Registry.TUMOR_SHARE),
        col(Genomic.RESULT_DATE),
        col(Genomic.RESULT_DATE_SOURCE),
        col(reading + Structs.CALLS),
        col(reading + Structs.DEFECTS),
        col(PatientLinks.CLAIMS),
        when(col(Registry.PATIENT_ID).isNull(), lineage()).as(PlatformRecords.OBSERVATIONS));
  }

  /** Where a sample's records stand, without their cells. */
  private static Column lineage() {
    return transform(
        col(PlatformRecords.OBSERVATIONS),
        record ->
            struct(
                Stream.of(
                        Operational.EXPORT,
                        Registry.DELIVERY,
                        Registry.SOURCE_FILE,
                        Registry.SOURCE_LINE,
                        PlatformRecords.SAMPLES_OF_RECORD)
                    .map(name -> record.getField(name).as(name))
                    .toArray(Column[]::new)));
  }

  private static Dataset<Row> calls(Dataset<Row> samples) {
    return samples
        .select(
            col(Registry.CENTER),
            col(Genomic.PLATFORM),
            col(Genomic.SAMPLE_ID),
            explode(col(Structs.CALLS)).as("call"))
        .select(col(Registry.CENTER), col(Genomic.PLATFORM), col(Genomic.SAMPLE_ID), col("call.*"))
        .select(columns(Genomic.ASSAY_CALL));
  }

  private static Column[] columns(TableDefinition table) {
    return Arrays.stream(table.schema().fields())
        .map(field -> Typed.as(field, col(field.name())))
        .toArray(Column[]::new);
  }
}
