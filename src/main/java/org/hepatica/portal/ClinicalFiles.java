package org.hepatica.portal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.hepatica.portal.ClinicalFile.Attribute;
import org.hepatica.table.Genomic;
import org.hepatica.transform.portal.PortalAttribute;
import org.hepatica.transform.portal.PortalAttribute.Type;
import org.hepatica.transform.portal.PortalCohort;
import org.hepatica.transform.portal.PortalSamples;

/** Patients, their samples, and the list of all of these. */
final class ClinicalFiles implements Closeable {

  static final String PATIENTS = "data_clinical_patient.txt";
  static final String SAMPLES = "data_clinical_sample.txt";

  /** What the portal calls the tumours of this registry. */
  private static final List<String> CANCER =
      List.of("Colorectal Cancer", "Colorectal Adenocarcinoma");

  private static final Attribute PATIENT =
      Attribute.text("PATIENT_ID", "Patient", "The patient: the beginning of a keyed hash");

  private static final List<Attribute> SAMPLE =
      List.of(
          PATIENT,
          Attribute.text("SAMPLE_ID", "Sample", "All tumour samples of the patient as one"),
          Attribute.text("CANCER_TYPE", "Cancer type", "Of the registry"),
          Attribute.text("CANCER_TYPE_DETAILED", "Cancer type, detailed", "Of the registry"));

  private static final List<Attribute> OF_GENE =
      List.of(
          Attribute.text("SAMPLE_TYPE", "Sample type", "Tissue of the deciding sample"),
          Attribute.text("GENE_PANEL", "Gene panel", "The gene, with the codons looked at"),
          Attribute.text("PLATFORM", "Platform", "Platform of the deciding sample"),
          Attribute.text("PLATFORMS", "Platforms", "Platforms that tested the patient"),
          new Attribute("ASSAYS", "Assays", "Assays joined to the patient", Type.NUMBER),
          new Attribute(
              "CONFLICT", "Conflict", "Platforms disagreed on the same codon", Type.BOOLEAN));

  private final ClinicalFile patients;
  private final ClinicalFile samples;
  private final CaseList all;
  private final boolean withGene;
  private long count;

  ClinicalFiles(Path folder, PortalStudy study, List<PortalAttribute> attributes)
      throws IOException {
    withGene = study.gene().isPresent();
    List<Attribute> ofPatient = new ArrayList<>(List.of(PATIENT));
    attributes.forEach(
        each ->
            ofPatient.add(
                new Attribute(each.name(), each.label(), each.description(), each.type())));
    List<Attribute> ofSample = new ArrayList<>(SAMPLE);
    ofSample.addAll(withGene ? OF_GENE : List.of());
    patients = new ClinicalFile(folder.resolve(PATIENTS), ofPatient);
    samples = new ClinicalFile(folder.resolve(SAMPLES), ofSample);
    all = CaseList.of(folder, study, "all", "All samples", "all_cases_in_study");
  }

  /** The one sample of a patient. */
  static String sampleOf(String patient) {
    return patient + "-T01";
  }

  /**
   * Writes a patient with the sample.
   *
   * @param panel of the sample; null when it is not profiled
   */
  void add(String id, Row row, String panel) throws IOException {
    List<String> patient = new ArrayList<>(List.of(id));
    patient.addAll(row.getList(row.fieldIndex(PortalCohort.VALUES)));
    patients.line(patient);
    List<String> sample = new ArrayList<>(List.of(id, sampleOf(id)));
    sample.addAll(CANCER);
    if (withGene) {
      sample.addAll(ofGene(row, panel));
    }
    samples.line(sample);
    all.add(sampleOf(id));
    count++;
  }

  long patients() {
    return count;
  }

  @Override
  public void close() throws IOException {
    try (patients;
        samples;
        all) {
      // Each is closed, whatever becomes of the others.
    }
  }

  private static List<String> ofGene(Row row, String panel) {
    Boolean conflict = row.getAs(Genomic.CONFLICT);
    Integer assays = row.getAs(Genomic.ASSAYS);
    return Arrays.asList(
        row.getAs(PortalSamples.TISSUE),
        panel,
        row.getAs(Genomic.DECIDING_PLATFORM),
        row.getAs(PortalSamples.PLATFORMS),
        assays == null ? null : assays.toString(),
        conflict == null ? null : conflict ? "TRUE" : "FALSE");
  }
}
