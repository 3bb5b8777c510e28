package org.hepatica.table;

import static org.hepatica.table.Column.levels;
import static org.hepatica.table.Column.mandatory;
import static org.hepatica.table.Column.of;
import static org.hepatica.table.Registry.CENTER;

import java.util.List;

/**
 * What laboratories delivered about the study's gene: assays, their calls, one status a patient.
 */
public final class Genomic {

  public static final String PLATFORM = "platform";
  public static final String SAMPLE_ID = "sample_id";
  public static final String PANEL = "panel";
  public static final String OUTCOME = "outcome";
  public static final String OUTCOME_REASON = "outcome_reason";
  public static final String CODONS = "codons";
  public static final String TUMOR = "tumor";
  public static final String RESULT_DATE = "result_date";
  public static final String RESULT_DATE_SOURCE = "result_date_source";
  public static final String GENE = "gene";
  public static final String CODON = "codon";
  public static final String PROTEIN_CHANGE = "protein_change";
  public static final String CODING_CHANGE = "coding_change";
  public static final String CONSEQUENCE = "consequence";
  public static final String VARIANT_FRACTION = "variant_fraction";
  public static final String ACCEPTANCE = "acceptance";
  public static final String GENE_STATE = "gene_state";
  public static final String GENE_STATUS_NAME = "gene_status";
  public static final String REASON = "reason";
  public static final String VARIANTS = "variants";
  public static final String DECIDING_PLATFORM = "deciding_platform";
  public static final String DECIDING_SAMPLE = "deciding_sample";
  public static final String PLATFORMS = "platforms";
  public static final String CONFLICT = "conflict";
  public static final String ASSAYS = "assays";
  public static final String LAST_CODON = "last_codon";
  public static final String PART = "part";

  public static final TableDefinition ASSAY =
      new TableDefinition(
          "assay",
          Layer.GOLD,
          List.of(CENTER, PLATFORM, SAMPLE_ID),
          List.of(
              mandatory(CENTER, Kind.TEXT, "the centre"),
              levels(PLATFORM, "the platform", "impact", "sequenom", "sanger", "wgs").required(),
              mandatory(SAMPLE_ID, Kind.IDENTIFIER, "the platform's sample"),
              of(Registry.PATIENT_ID, Kind.IDENTIFIER, "the patient; null when nothing joins it"),
              of(PANEL, Kind.TEXT, "panel or assay set"),
              levels(OUTCOME, "what came of it", "called", "failed", "not profiled").required(),
              of(OUTCOME_REASON, Kind.TEXT, "why it failed or was not profiled"),
              of(CODONS, Kind.INTEGERS, "codons interrogated with success, ascending"),
              of(TUMOR, Kind.BOOLEAN, "whether the tissue is tumour"),
              of(Registry.TUMOR_SHARE, Kind.NUMBER, "least of the specimen's blocks, 0-1"),
              of(RESULT_DATE, Kind.DAY, "report of the specimen, else the delivery"),
              levels(RESULT_DATE_SOURCE, "where the date comes from", "specimen", "delivery")),
          "a sample tested on a platform");

  public static final TableDefinition ASSAY_CALL =
      new TableDefinition(
          "assay_call",
          Layer.GOLD,
          List.of(),
          List.of(
              mandatory(CENTER, Kind.TEXT, "the centre"),
              levels(PLATFORM, "the platform", "impact", "sequenom", "sanger", "wgs").required(),
              mandatory(SAMPLE_ID, Kind.IDENTIFIER, "the platform's sample"),
              mandatory(GENE, Kind.TEXT, "gene symbol"),
              of(CODON, Kind.INTEGER, "codon"),
              of(LAST_CODON, Kind.INTEGER, "last codon of a change of several, else the codon"),
              of(PROTEIN_CHANGE, Kind.TEXT, "such as G12D"),
              of(CODING_CHANGE, Kind.TEXT, "such as c.35G>A"),
              of(CONSEQUENCE, Kind.TEXT, "missense, silent, ..."),
              of(VARIANT_FRACTION, Kind.NUMBER, "alternate reads / reads, 0-1"),
              levels(
                      ACCEPTANCE,
                      "what policy makes of it: 'set aside' neither mutates nor blocks,"
                          + " 'not accepted' makes the sample indeterminate",
                      "accepted",
                      "not accepted",
                      "set aside")
                  .required(),
              of(REASON, Kind.TEXT, "why it is not accepted or is set aside"),
              mandatory(Registry.DELIVERY, Kind.TEXT, "the delivery, by its date"),
              mandatory(Registry.SOURCE_FILE, Kind.TEXT, "file inside the delivery"),
              mandatory(Registry.SOURCE_LINE, Kind.LONG, "physical line")),
          "a variant call in the study's gene");

  public static final TableDefinition GENE_STATUS =
      new TableDefinition(
          "gene_status",
          Layer.GOLD,
          List.of(CENTER, Registry.PATIENT_ID, GENE),
          List.of(
              mandatory(CENTER, Kind.TEXT, "the centre"),
              mandatory(Registry.PATIENT_ID, Kind.IDENTIFIER, "the patient"),
              mandatory(GENE, Kind.TEXT, "gene symbol"),
              levels(
                      GENE_STATE,
                      "the five states",
                      "mutated",
                      "wild-type, all codons",
                      "wild-type, assayed codons",
                      "indeterminate",
                      "not tested")
                  .required(),
              levels(GENE_STATUS_NAME, "the study's view; null is unknown", "WT", "MUT"),
              mandatory(REASON, Kind.TEXT, "why"),
              of(VARIANTS, Kind.TEXTS, "accepted protein changes, such as G12D"),
              of(CODONS, Kind.INTEGERS, "codons interrogated by passing assays"),
              of(DECIDING_PLATFORM, Kind.TEXT, "platform of the deciding assay"),
              of(DECIDING_SAMPLE, Kind.IDENTIFIER, "sample of the deciding assay"),
              of(PLATFORMS, Kind.TEXTS, "platforms that tested the patient"),
              mandatory(CONFLICT, Kind.BOOLEAN, "platforms disagree on the same codon"),
              mandatory(ASSAYS, Kind.INTEGER, "assays joined to the patient"),
              of(RESULT_DATE, Kind.DAY, "date of the deciding result")),
          "one status a patient, with what decided it");

  public static final TableDefinition GENE_EVIDENCE =
      new TableDefinition(
          "gene_evidence",
          Layer.GOLD,
          List.of(CENTER, Registry.PATIENT_ID, GENE, PLATFORM, SAMPLE_ID),
          List.of(
              mandatory(CENTER, Kind.TEXT, "the centre"),
              mandatory(Registry.PATIENT_ID, Kind.IDENTIFIER, "the patient"),
              mandatory(GENE, Kind.TEXT, "gene symbol"),
              levels(PLATFORM, "the platform", "impact", "sequenom", "sanger", "wgs").required(),
              mandatory(SAMPLE_ID, Kind.IDENTIFIER, "the platform's sample"),
              levels(
                      PART,
                      "what the sample did in the patient's status; one at most decides",
                      "decides",
                      "mutated",
                      "overruled",
                      "doubtful",
                      "wild-type",
                      "failed",
                      "not profiled",
                      "normal tissue")
                  .required(),
              mandatory(REASON, Kind.TEXT, "what it found, or why it does not count"),
              of(VARIANTS, Kind.TEXTS, "its accepted protein changes, such as G12D"),
              of(CODONS, Kind.INTEGERS, "codons it interrogated with success"),
              of(VARIANT_FRACTION, Kind.NUMBER, "the largest of its accepted variants, 0-1"),
              of(Registry.TUMOR_SHARE, Kind.NUMBER, "least of the specimen's blocks, 0-1"),
              of(PANEL, Kind.TEXT, "panel or assay set"),
              of(RESULT_DATE, Kind.DAY, "report of the specimen, else the delivery"),
              levels(RESULT_DATE_SOURCE, "where the date comes from", "specimen", "delivery")),
          "what each assay of a patient contributed to the gene's status");

  /** As {@link Operational#QUARANTINE}, of what the study's gene could not use. */
  public static final TableDefinition GENE_QUARANTINE =
      new TableDefinition(
          "gene_quarantine",
          Layer.GOLD,
          List.of(),
          Operational.QUARANTINE.columns(),
          "a platform record that the study's gene status could not use, with its reason");

  /** As {@link Operational#RECONCILIATION}, of the platforms' files. */
  public static final TableDefinition GENE_RECONCILIATION =
      new TableDefinition(
          "gene_reconciliation",
          Layer.GOLD,
          Operational.RECONCILIATION.key(),
          Operational.RECONCILIATION.columns(),
          "what became of a platform file's records");

  public static final List<TableDefinition> ALL =
      List.of(ASSAY, ASSAY_CALL, GENE_STATUS, GENE_EVIDENCE, GENE_QUARANTINE, GENE_RECONCILIATION);

  private Genomic() {}
}
