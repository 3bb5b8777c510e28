package org.hepatica.synthetic.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hepatica.synthetic.allele.GenePanel;

/** Files of the staging folder that do not depend on patients: what is in it, and its panels. */
final class ImpactStudyFiles {

  private static final String STUDY = "cancer_study_identifier: synthetic_crlm\n";

  private ImpactStudyFiles() {}

  static void write(Path delivery) throws IOException {
    Path folder = Files.createDirectories(delivery.resolve("impact"));
    Files.writeString(
        folder.resolve("meta_study.txt"),
        "type_of_cancer: coadread\n"
            + STUDY
            + "name: Synthetic colorectal liver metastases\n"
            + "description: Made by a generator; no patient is real\n");
    meta(folder, "mutations", "MUTATION_EXTENDED", "MAF", "data_mutations");
    meta(
        folder,
        "gene_panel_matrix",
        "GENE_PANEL_MATRIX",
        "GENE_PANEL_MATRIX",
        "data_gene_panel_matrix");
    meta(folder, "clinical_sample", "CLINICAL", "SAMPLE_ATTRIBUTES", "data_clinical_sample");
    meta(folder, "clinical_patient", "CLINICAL", "PATIENT_ATTRIBUTES", "data_clinical_patient");
    for (GenePanel panel : GenePanel.ALL) {
      Files.writeString(
          folder.resolve("data_gene_panel_" + panel.id() + ".txt"),
          "stable_id: "
              + panel.id()
              + "\ndescription: Excerpt of the panel's genes\ngene_list:\t"
              + String.join("\t", panel.genes())
              + "\n");
    }
  }

  private static void meta(Path folder, String name, String type, String data, String file)
      throws IOException {
    Files.writeString(
        folder.resolve("meta_" + name + ".txt"),
        STUDY
            + "genetic_alteration_type: "
            + type
            + "\ndatatype: "
            + data
            + "\ndata_filename: "
            + file
            + ".txt\n");
  }
}
