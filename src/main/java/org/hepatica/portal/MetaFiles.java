package org.hepatica.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What each data file is, in a file beside it. */
final class MetaFiles {

  /** The portal's id of mutations. */
  static final String PROFILE = "mutations";

  private static final String CANCER = "coadread";

  private MetaFiles() {}

  static void write(Path folder, PortalStudy study, boolean withGene) throws IOException {
    write(
        folder,
        "study",
        "type_of_cancer: " + CANCER,
        "cancer_study_identifier: " + study.id(),
        "name: " + TabFile.clean(study.name()),
        "description: " + TabFile.clean(study.description()),
        "reference_genome: " + study.referenceGenome());
    data(
        folder,
        study,
        "clinical_patient",
        "genetic_alteration_type: CLINICAL",
        "datatype: PATIENT_ATTRIBUTES");
    data(
        folder,
        study,
        "clinical_sample",
        "genetic_alteration_type: CLINICAL",
        "datatype: SAMPLE_ATTRIBUTES");
    if (withGene) {
      mutations(folder, study);
    }
  }

  private static void mutations(Path folder, PortalStudy study) throws IOException {
    data(
        folder,
        study,
        PROFILE,
        "genetic_alteration_type: MUTATION_EXTENDED",
        "datatype: MAF",
        "stable_id: " + PROFILE,
        "show_profile_in_analysis_tab: true",
        "profile_name: Mutations",
        "profile_description: "
            + study.gene().orElseThrow()
            + ": changes that the study's policy accepts, of all platforms");
    data(
        folder,
        study,
        "gene_panel_matrix",
        "genetic_alteration_type: GENE_PANEL_MATRIX",
        "datatype: GENE_PANEL_MATRIX");
  }

  /** The meta file of {@code data_<name>.txt}. */
  private static void data(Path folder, PortalStudy study, String name, String... lines)
      throws IOException {
    write(
        folder,
        name,
        "cancer_study_identifier: " + study.id(),
        String.join("\n", lines),
        "data_filename: data_" + name + ".txt");
  }

  private static void write(Path folder, String name, String... lines) throws IOException {
    Files.writeString(folder.resolve("meta_" + name + ".txt"), String.join("\n", lines) + "\n");
  }
}
