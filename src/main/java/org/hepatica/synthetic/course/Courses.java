package org.hepatica.synthetic.course;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.hepatica.synthetic.SyntheticPatient;

/** Makes the dated facts of planted patients. */
public final class Courses implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final double GENOMES = 0.06;
  private static final double PATIENTS_OF_THAT_SHARE = 2690;

  private final long seed;
  private final double genomes;
  private final Identity identity;

  /** Of a registry of so many patients. */
  public Courses(long patients, long seed) {
    this.seed = seed;
    this.identity = new Identity(patients, seed);
    this.genomes = GENOMES * Math.min(1, PATIENTS_OF_THAT_SHARE / patients);
  }

  /** Whose numbers these are. */
  public Identity identity() {
    return identity;
  }

  /** Chance of one patient in one matter. */
  public Draw draw(Course course, String topic) {
    return Draw.of(seed, course.patient().index(), topic);
  }

  /** The facts of one patient. */
  public Course of(SyntheticPatient patient) {
    Calendar calendar = Calendar.of(patient, draw(patient, "calendar"));
    Surgery surgery = new Surgery(patient, calendar, identity, draw(patient, "surgery"));
    List<Course.Specimen> specimens =
        Tissue.of(patient, calendar, surgery.operations(), identity, draw(patient, "tissue"));
    LocalDate lastContact = Events.lastContact(patient, calendar, draw(patient, "contact"));
    return new Course(
        patient,
        identity.mrn(patient.index()),
        calendar.birth(),
        calendar.primary(),
        calendar.metastasis(),
        surgery.operations(),
        surgery.lesions(),
        Markers.of(patient, calendar, draw(patient, "cea")),
        Therapy.of(patient, calendar, draw(patient, "therapy")),
        Events.recurrences(patient, calendar, draw(patient, "recurrence")),
        Events.extrahepatic(patient, calendar, draw(patient, "extrahepatic")),
        lastContact,
        Events.died(patient, lastContact, draw(patient, "death")),
        specimens,
        Testing.of(patient, specimens.get(0), genomes, draw(patient, "testing")));
  }

  private Draw draw(SyntheticPatient patient, String topic) {
    return Draw.of(seed, patient.index(), topic);
  }
}
