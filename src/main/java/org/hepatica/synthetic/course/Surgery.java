package org.hepatica.synthetic.course;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hepatica.synthetic.SyntheticPatient;
import org.hepatica.synthetic.course.Course.Lesion;
import org.hepatica.synthetic.course.Course.Operation;

/** Operations on the liver and what pathology measured in them. */
final class Surgery {

  private static final int MAJOR = 3;
  private static final double REPEAT = 0.3;
  private static final double LATER_ABLATION = 0.1;
  private static final double IMPOSSIBLE = 0.1;

  private final SyntheticPatient patient;
  private final Calendar calendar;
  private final Identity identity;
  private final Draw draw;
  private final List<Operation> operations = new ArrayList<>();
  private final List<Lesion> lesions = new ArrayList<>();

  Surgery(SyntheticPatient patient, Calendar calendar, Identity identity, Draw draw) {
    this.patient = patient;
    this.calendar = calendar;
    this.identity = identity;
    this.draw = draw;
    if (Fails.ABLATION_ONLY.equals(patient.fails())) {
      operations.add(ablationOnly(calendar.operation()));
    } else {
      index();
      later();
    }
  }

  List<Operation> operations() {
    return operations;
  }

  List<Lesion> lesions() {
    return lesions;
  }

  private void index() {
    if (!patient.twoStage()) {
      operations.add(
          resection(calendar.operation(), 0, patient.segments(), margin(), patient.ablation()));
      report(List.of(operations.get(0).id()));
      return;
    }
    String[] margins =
        draw.chance(0.5) ? new String[] {margin(), "R0"} : new String[] {"R0", margin()};
    boolean early = patient.ablation() && draw.chance(0.5);
    operations.add(resection(calendar.firstStage(), 1, 0, margins[0], early));
    operations.add(
        resection(
            calendar.operation(), 2, patient.segments(), margins[1], patient.ablation() && !early));
    report(List.of(operations.get(0).id(), operations.get(1).id()));
  }

  private String margin() {
    if (Fails.R2.equals(patient.fails())) {
      return "R2";
    }
    return patient.marginPositive() ? "R1" : "R0";
  }

  /** Lesions dealt over the operations in turn; the largest somewhere among them. */
  private void report(List<String> ids) {
    if (patient.metastases() == null) {
      return;
    }
    int largest = draw.between(1, patient.metastases());
    int[] numbers = new int[ids.size()];
    for (int lesion = 1; lesion <= patient.metastases(); lesion++) {
      int at = lesion % ids.size();
      lesions.add(new Lesion(ids.get(at), ++numbers[at], size(lesion == largest)));
    }
  }

  private String size(boolean largest) {
    if (patient.largestCm() == null) {
      return null;
    }
    BigDecimal size = BigDecimal.valueOf(patient.largestCm());
    return plain(largest ? size : smaller(size));
  }

  private BigDecimal smaller(BigDecimal largest) {
    int tenths = largest.movePointRight(1).intValue();
    return tenths < 1
        ? largest
        : BigDecimal.valueOf(draw.between(Math.max(1, tenths / 5), tenths)).movePointLeft(1);
  }

  private void later() {
    boolean liver =
        patient.recurrenceSite() != null && patient.recurrenceSite().startsWith("liver");
    if (patient.fails() != null || calendar.recurrence() == null || !liver) {
      return;
    }
    LocalDate date = calendar.recurrence().plusDays(draw.between(30, 60));
    if (date.isAfter(calendar.lastContact())) {
      return;
    }
    if (draw.chance(REPEAT)) {
      String margin = draw.chance(0.8) ? "R0" : draw.one("R1", "R2");
      operations.add(resection(date, 0, draw.between(1, 2), margin, draw.chance(0.1)));
      repeatReport();
    } else if (draw.chance(LATER_ABLATION)) {
      operations.add(ablationOnly(date));
    }
  }

  /** Lesions of a later operation, which no variable looks at: here sizes may be impossible. */
  private void repeatReport() {
    String id = operations.get(operations.size() - 1).id();
    int count = draw.between(1, 3);
    for (int lesion = 1; lesion <= count; lesion++) {
      String size = plain(BigDecimal.valueOf(draw.between(4, 60)).movePointLeft(1));
      lesions.add(new Lesion(id, lesion, draw.chance(IMPOSSIBLE) ? draw.one("-1", "??") : size));
    }
  }

  private Operation resection(
      LocalDate date, int stage, int segments, String margin, boolean ablation) {
    return new Operation(
        nextId(), date, true, stage, segments, segments >= MAJOR, margin, ablation, noted(date));
  }

  private Operation ablationOnly(LocalDate date) {
    return new Operation(nextId(), date, false, 0, 0, false, null, true, null);
  }

  private String noted(LocalDate date) {
    boolean noReport = patient.metastases() == null && patient.largestCm() != null;
    return noReport && date.equals(calendar.operation())
        ? plain(BigDecimal.valueOf(patient.largestCm()))
        : null;
  }

  private String nextId() {
    return identity.operation(patient.index(), operations.size() + 1);
  }

  static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
