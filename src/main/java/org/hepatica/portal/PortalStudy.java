package org.hepatica.portal;

import java.util.Locale;
import java.util.Optional;
import org.hepatica.genomics.GenomeBuild;
import org.hepatica.protocol.GeneLocus;
import org.hepatica.protocol.Study;

/**
 * A study in the portal's words.
 *
 * @param id lower-case letters, digits and underscores
 * @param name for people
 * @param description for people
 * @param build of the genome positions
 * @param gene symbol; empty for a study without a gene
 * @param locus where the gene lies, if that is known
 */
public record PortalStudy(
    String id,
    String name,
    String description,
    GenomeBuild build,
    Optional<String> gene,
    Optional<GeneLocus> locus) {

  /** What a study's id must be. */
  public static final String ID_PATTERN = "[a-z0-9][a-z0-9_]*";

  /** A study of ours. The night is not named: its name has a date. */
  public static PortalStudy of(Study study, String id, GenomeBuild build) {
    String synthetic = study.syntheticNotice() ? " The data are synthetic." : "";
    return new PortalStudy(
        id,
        study.title(),
        "Hepatica's study %s. One sample a patient, with the status that the study's policy gave the patient.%s"
            .formatted(study.name(), synthetic),
        build,
        study.gene().map(Study.Gene::symbol),
        study.gene().flatMap(Study.Gene::locus));
  }

  /** A study's name as an id. */
  public static String idOf(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
  }

  /** The build by the name that the portal has for it. */
  String referenceGenome() {
    return build == GenomeBuild.GRCH37 ? "hg19" : "hg38";
  }
}
