package org.hepatica.synthetic.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hepatica.synthetic.Plan;
import org.hepatica.synthetic.course.Course;
import org.hepatica.synthetic.course.Courses;
import org.hepatica.synthetic.course.Identity;

/** Writes a part's files, a patient at a time. */
final class PartWriter {

  private final Part part;
  private final Plan plan;
  private final Courses courses;
  private final Path delivery;
  private final Order order;

  PartWriter(Part part, Plan plan, long seed, Path delivery) {
    this.part = part;
    this.plan = plan;
    this.courses = new Courses(plan.size(), seed);
    this.delivery = delivery;
    this.order = new Order(plan.patients(), plan.size());
  }

  void write() throws IOException {
    if (part.number() == 0) {
      ImpactStudyFiles.write(delivery);
    }
    List<Export> exports = exports();
    List<Rows> files = new ArrayList<>();
    try {
      for (Export export : exports) {
        files.add(new Rows(delivery, export.layout(), part.suffix()));
      }
      patients(exports, files);
    } finally {
      close(files);
    }
  }

  private void patients(List<Export> exports, List<Rows> files) throws IOException {
    GenomeFile genomes = new GenomeFile(courses, delivery);
    for (long position = part.from(); position < part.to(); position++) {
      Course course = courses.of(plan.patient(order.index(position)));
      for (int export = 0; export < exports.size(); export++) {
        Export one = exports.get(export);
        one.write(course, courses.draw(course, one.layout().stem()), files.get(export));
      }
      genomes.write(course);
    }
    for (int export = 0; export < exports.size(); export++) {
      exports.get(export).end(files.get(export));
    }
  }

  private List<Export> exports() {
    Identity identity = courses.identity();
    List<Export> all =
        new ArrayList<>(
            List.of(
                new PatientsExport(),
                new CrosswalkExport(identity),
                new PrimaryTumorExport(),
                new LiverResectionsExport(),
                new PathologyLesionsExport(),
                new SpecimensExport(),
                new CeaExport(),
                new TreatmentsExport(),
                new RecurrencesExport(),
                new ExtrahepaticExport(),
                new FollowUpExport(),
                new SequenomExport(),
                new SangerExport(),
                new MafExport(courses)));
    all.addAll(ImpactTables.all(courses));
    return all;
  }

  private static void close(List<Rows> files) throws IOException {
    IOException failed = null;
    for (Rows rows : files) {
      try {
        rows.close();
      } catch (IOException e) {
        failed = e;
      }
    }
    if (failed != null) {
      throw failed;
    }
  }
}
