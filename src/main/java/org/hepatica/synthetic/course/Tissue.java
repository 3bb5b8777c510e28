package org.hepatica.synthetic.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hepatica.synthetic.SyntheticPatient;
import org.hepatica.synthetic.course.Course.Operation;
import org.hepatica.synthetic.course.Course.Specimen;

/** The blocks of tissue that pathology keeps; every patient has one of a metastasis. */
final class Tissue {

  private final SyntheticPatient patient;
  private final Identity identity;
  private final Draw draw;
  private final List<Specimen> specimens = new ArrayList<>();
  private int accessions;

  private Tissue(SyntheticPatient patient, Identity identity, Draw draw) {
    this.patient = patient;
    this.identity = identity;
    this.draw = draw;
  }

  static List<Specimen> of(
      SyntheticPatient patient,
      Calendar calendar,
      List<Operation> operations,
      Identity identity,
      Draw draw) {
    Tissue tissue = new Tissue(patient, identity, draw);
    Operation index = operations.get(patient.twoStage() && operations.size() > 1 ? 1 : 0);
    tissue.metastasis(index.date());
    if (draw.chance(0.6)) {
      tissue.block(calendar.primary(), "A1", "primary", tissue.share());
    }
    if (draw.chance(0.2)) {
      tissue.block(index.date(), "N1", "normal", "");
    }
    return tissue.specimens;
  }

  private void metastasis(LocalDate date) {
    block(date, "A1", "metastasis", share());
    if (draw.chance(0.3)) {
      Specimen first = specimens.get(0);
      specimens.add(
          new Specimen(
              first.accession(), "A2", first.collected(), first.reported(), first.site(), share()));
    }
  }

  private void block(LocalDate date, String block, String site, String share) {
    String accession = identity.accession(patient.index(), date.getYear(), ++accessions);
    LocalDate reported = date.plusDays(draw.between(5, 20));
    specimens.add(
        new Specimen(accession, block, draw.chance(0.02) ? null : date, reported, site, share));
  }

  private String share() {
    return draw.chance(0.08) ? "" : "0." + draw.between(3, 9);
  }
}
