package org.hepatica.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.hepatica.transform.portal.PortalAttribute;
import org.hepatica.transform.portal.PortalCohort;

/** Writes the files of a study, a patient at a time. */
public final class StudyWriter {

  private final PortalStudy study;
  private final List<PortalAttribute> attributes;

  /**
   * Of a study whose patients have these attributes.
   *
   * @throws PortalException if two have one name, as endpoints os-2 and os_2 would
   */
  public StudyWriter(PortalStudy study, List<PortalAttribute> attributes) {
    Set<String> names = new HashSet<>();
    for (PortalAttribute attribute : attributes) {
      if (!names.add(attribute.name())) {
        throw new PortalException(
            "two endpoints are %s to the portal: rename one".formatted(attribute.name()));
      }
    }
    this.study = study;
    this.attributes = List.copyOf(attributes);
  }

  /**
   * Writes all files.
   *
   * @param rows of {@link PortalCohort#rows}, by id
   * @param folder empty
   * @throws PortalException if there is no patient, if two have one id, or if one is mutated and no
   *     call says by what
   */
  public Exported write(Iterator<Row> rows, Path folder) throws IOException {
    Files.createDirectory(folder.resolve(CaseList.FOLDER));
    Exported exported;
    try (ClinicalFiles clinical = new ClinicalFiles(folder, study, attributes);
        GeneFiles gene = study.gene().isPresent() ? new GeneFiles(folder, study) : null) {
      String before = null;
      while (rows.hasNext()) {
        Row row = rows.next();
        String id = row.getAs(PortalCohort.ID);
        if (id.equals(before)) {
          throw new PortalException(
              "two patients have the id %s: take more digits of their hashes by --digits %d"
                  .formatted(id, id.length() + 8));
        }
        before = id;
        String sample = ClinicalFiles.sampleOf(id);
        clinical.add(id, row, gene == null ? null : gene.add(sample, row));
      }
      exported = new Exported(clinical.patients(), gene == null ? Exported.Gene.NONE : gene.told());
    }
    if (exported.patients() == 0) {
      throw new PortalException("no patient is in the cohort: there is nothing to export");
    }
    if (study.gene().isPresent() && exported.gene().profiled() == 0) {
      GeneFiles.remove(folder);
    }
    MetaFiles.write(folder, study, exported.gene().profiled() > 0);
    return exported;
  }
}
