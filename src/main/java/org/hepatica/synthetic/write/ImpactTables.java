package org.hepatica.synthetic.write;

import java.io.IOException;
import java.util.List;
import org.hepatica.synthetic.course.Course;
import org.hepatica.synthetic.course.Courses;
import org.hepatica.synthetic.course.Draw;

/** The platform's other tables: panel matrix, samples, patients, case list. */
final class ImpactTables {

  private ImpactTables() {}

  static List<Export> all(Courses courses) {
    return List.of(
        new Matrix(courses), new Samples(courses), new Patients(courses), new Sequenced(courses));
  }

  /** Which panel each sample was sequenced on. */
  private static final class Matrix extends ImpactExport {
    Matrix(Courses courses) {
      super(
          courses,
          Layout.tabs("impact/data_gene_panel_matrix", List.of(), "SAMPLE_ID", "mutations", "cna"));
    }

    @Override
    void write(Course course, List<ImpactSample> samples, Draw draw, Rows rows) throws IOException {
      for (ImpactSample sample : samples) {
        rows.row(sample.id(), sample.panel(), sample.panel());
      }
    }
  }

  /** Clinical data of samples. */
  private static final class Samples extends ImpactExport {
    private static final List<String> PREAMBLE =
        List.of(
            "#Sample Identifier\tPatient Identifier\tSample Type\tMetastatic Site\tGene Panel\tTumor Purity",
            "#Sample Identifier\tPatient Identifier\tSample Type\tMetastatic Site\tGene Panel\tTumor Purity, %",
            "#STRING\tSTRING\tSTRING\tSTRING\tSTRING\tNUMBER",
            "#1\t1\t1\t1\t1\t1");

    Samples(Courses courses) {
      super(
          courses,
          Layout.tabs(
              "impact/data_clinical_sample",
              PREAMBLE,
              "SAMPLE_ID",
              "PATIENT_ID",
              "SAMPLE_TYPE",
              "METASTATIC_SITE",
              "GENE_PANEL",
              "TUMOR_PURITY"));
    }

    @Override
    void write(Course course, List<ImpactSample> samples, Draw draw, Rows rows) throws IOException {
      for (ImpactSample sample : samples) {
        rows.row(
            sample.id(),
            sample.patientId(),
            sample.primary() ? "Primary" : "Metastasis",
            sample.primary() ? "NA" : "Liver",
            sample.panel(),
            draw.chance(0.1) ? "" : String.valueOf(10 * draw.between(2, 9)));
      }
    }
  }

  /** Clinical data of patients; nothing of it is used. */
  private static final class Patients extends ImpactExport {
    private static final List<String> PREAMBLE =
        List.of(
            "#Patient Identifier\tSex\tOverall Survival Status",
            "#Patient Identifier\tSex\tOverall Survival Status",
            "#STRING\tSTRING\tSTRING",
            "#1\t1\t1");

    Patients(Courses courses) {
      super(
          courses,
          Layout.tabs("impact/data_clinical_patient", PREAMBLE, "PATIENT_ID", "SEX", "OS_STATUS"));
    }

    @Override
    void write(Course course, List<ImpactSample> samples, Draw draw, Rows rows) throws IOException {
      String sex = course.patient().female() ? "Female" : "Male";
      String status = course.died() != null ? "1:DECEASED" : "0:LIVING";
      rows.row(samples.get(0).patientId(), sex, status);
    }
  }

  /** Samples that were sequenced at all, on one line. */
  private static final class Sequenced extends ImpactExport {
    private static final List<String> PREAMBLE =
        List.of(
            "cancer_study_identifier: synthetic_crlm",
            "stable_id: synthetic_crlm_sequenced",
            "case_list_name: Sequenced samples",
            "case_list_description: Samples with mutation data");

    private boolean started;

    Sequenced(Courses courses) {
      super(courses, Layout.tabs("impact/case_lists/cases_sequenced", PREAMBLE));
    }

    @Override
    void write(Course course, List<ImpactSample> samples, Draw draw, Rows rows) throws IOException {
      for (ImpactSample sample : samples) {
        if (sample.sequenced()) {
          rows.raw((started ? "\t" : "case_list_ids: ") + sample.id());
          started = true;
        }
      }
    }

    @Override
    public void end(Rows rows) throws IOException {
      rows.raw(started ? "\n" : "case_list_ids: \n");
    }
  }
}
