package org.hepatica.synthetic.course;

import java.time.LocalDate;
import java.util.List;
import org.hepatica.synthetic.SyntheticPatient;

/**
 * A planted patient as dated facts, before anybody writes them down.
 *
 * @param patient the truth
 * @param mrn the registry's number
 * @param birth date of birth
 * @param primaryResection resection of the primary
 * @param metastasis diagnosis of liver metastases
 * @param operations on the liver, by date
 * @param lesions of the pathology reports
 * @param cea values, by date
 * @param treatments courses
 * @param recurrences sites, by date
 * @param extrahepatic sites
 * @param lastContact null without follow-up
 * @param died null while alive
 * @param specimens blocks of tissue
 * @param tests what laboratories made of them
 */
public record Course(
    SyntheticPatient patient,
    String mrn,
    PartialDate birth,
    LocalDate primaryResection,
    PartialDate metastasis,
    List<Operation> operations,
    List<Lesion> lesions,
    List<Cea> cea,
    List<Treatment> treatments,
    List<Recurrence> recurrences,
    List<Extrahepatic> extrahepatic,
    LocalDate lastContact,
    LocalDate died,
    List<Specimen> specimens,
    List<LabTest> tests) {

  /**
   * An operation; stage is 0 unless two-stage, margin null after ablation alone, largest only where
   * there is no report with lesions.
   */
  public record Operation(
      String id,
      LocalDate date,
      boolean resection,
      int stage,
      int segments,
      boolean major,
      String margin,
      boolean ablation,
      String largestCm) {}

  /** A tumour of a pathology report; sizes in cm as delivered, null when not measured. */
  public record Lesion(String operationId, int number, String sizeCm) {}

  /** A marker value as the laboratory prints it. */
  public record Cea(LocalDate drawn, String value, String unit) {}

  /** A course of treatment; end may be null. */
  public record Treatment(
      String kind, String agent, String setting, LocalDate start, LocalDate end) {}

  /** A site of a recurrence. */
  public record Recurrence(LocalDate date, String site) {}

  /** Extrahepatic disease; resected may be null. */
  public record Extrahepatic(LocalDate found, String site, LocalDate resected) {}

  /** A block. Site is primary, metastasis or normal. */
  public record Specimen(
      String accession,
      String block,
      LocalDate collected,
      LocalDate reported,
      String site,
      String tumorShare) {}
}
