package org.hepatica.synthetic.write;

import java.util.ArrayList;
import java.util.List;
import org.hepatica.synthetic.allele.GenePanel;
import org.hepatica.synthetic.course.Course;
import org.hepatica.synthetic.course.Draw;
import org.hepatica.synthetic.course.Identity;
import org.hepatica.synthetic.course.LabTest;

/**
 * A sample of the hybrid-capture platform. All files of the platform see the same samples.
 *
 * @param patientId the platform's patient
 * @param id barcode of the tumour sample
 * @param panel the panel's id, NA without one
 * @param sequenced whether the case list names it; NA and not in the list is not profiled
 * @param primary whether the tissue is of the primary
 * @param test what it leads to
 */
record ImpactSample(
    String patientId, String id, String panel, boolean sequenced, boolean primary, LabTest test) {

  private static final double SECOND = 0.12;
  private static final double EXOME = 0.02;
  private static final double NOT_PROFILED = 0.03;

  static List<ImpactSample> of(Course course, Identity identity, Draw draw) {
    List<ImpactSample> samples = new ArrayList<>();
    for (LabTest test : course.tests()) {
      if (test.platform() == LabTest.Platform.IMPACT) {
        add(samples, identity.impact(course.patient().index()), test, draw);
      }
    }
    return samples;
  }

  private static void add(List<ImpactSample> samples, String patient, LabTest test, Draw draw) {
    GenePanel panel = draw.one(GenePanel.ALL);
    boolean exome = test.outcome() == LabTest.Outcome.WILD_TYPE && draw.chance(EXOME);
    samples.add(
        new ImpactSample(
            patient,
            patient + "-T01-" + (exome ? "WES" : panel.suffix()),
            exome ? "NA" : panel.id(),
            true,
            false,
            test));
    GenePanel newest = GenePanel.ALL.get(GenePanel.ALL.size() - 1);
    String second = patient + "-T02-" + newest.suffix();
    if (test.outcome() != LabTest.Outcome.WEAK && draw.chance(SECOND)) {
      samples.add(new ImpactSample(patient, second, newest.id(), true, true, test));
    } else if (draw.chance(NOT_PROFILED)) {
      samples.add(new ImpactSample(patient, second, "NA", false, true, test));
    }
  }

  /** The barcode of the matched normal. */
  String normal() {
    return patientId + "-N01-" + id.substring(id.lastIndexOf('-') + 1);
  }
}
