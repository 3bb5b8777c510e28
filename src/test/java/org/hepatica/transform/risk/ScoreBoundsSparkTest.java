package org.hepatica.transform.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.table.Gold;
import org.hepatica.table.HandMade;
import org.hepatica.table.Registry;
import org.hepatica.transform.Protocols;
import org.junit.jupiter.api.Test;

/** Whatever is missing or censored, the bounds hold every score that the truth may have. */
class ScoreBoundsSparkTest {

  private static final int PATIENTS = 300;

  private final Random random = new Random(20190901);

  /** A patient's true values, and what of them is known. */
  private record Truth(boolean nodes, boolean early, int number, double size, double cea) {
    int score() {
      return (nodes ? 1 : 0)
          + (early ? 1 : 0)
          + (number > 1 ? 1 : 0)
          + (size > 5 ? 1 : 0)
          + (cea > 200 ? 1 : 0);
    }
  }

  @Test
  void boundsHoldTheTrueScoreAndMeetWhenNothingIsMissing() {
    HandMade tables = new HandMade(2);
    List<Truth> truths = new ArrayList<>();
    for (int i = 0; i < PATIENTS; i++) {
      truths.add(truth());
      add(tables, "" + i, truths.get(i));
    }
    Study study = Protocols.gholami();
    Map<String, Row> profiles = HandMade.byPatient(Profiles.derive(tables, study));
    for (int i = 0; i < PATIENTS; i++) {
      check(profiles.get("" + i), truths.get(i).score());
    }
  }

  private static void check(Row profile, int truth) {
    int lower = profile.getAs("score_lower");
    int upper = profile.getAs("score_upper");
    int missing = profile.getList(profile.fieldIndex("score_missing")).size();
    assertThat(truth).isBetween(lower, upper);
    assertThat(upper - lower).isEqualTo(missing);
    assertThat(profile.<Integer>getAs("score")).isEqualTo(missing == 0 ? lower : null);
  }

  private Truth truth() {
    return new Truth(
        random.nextBoolean(),
        random.nextBoolean(),
        1 + random.nextInt(4),
        random.nextInt(101) / 10.0,
        random.nextInt(401));
  }

  private void add(HandMade tables, String patient, Truth truth) {
    String metastases = truth.early() ? "2003-12-31" : "2004-12-31";
    String sizeQualifier = qualifier();
    String ceaQualifier = qualifier();
    tables
        .add(
            Gold.COURSE,
            patient,
            "operation_date",
            "2005-05-31",
            "operation_precision",
            "day",
            "number_of_metastases",
            orNull(truth.number()),
            "largest_metastasis_cm",
            orNull(censored(truth.size(), sizeQualifier)),
            "largest_metastasis_cm_qualifier",
            sizeQualifier)
        .add(
            Registry.PRIMARY_TUMOR,
            patient,
            "resection_date",
            "2003-02-10",
            "liver_metastasis_date",
            orNull(metastases),
            "nodal_status",
            orNull(truth.nodes() ? "positive" : "negative"))
        .add(
            Registry.CEA,
            patient,
            "drawn_date",
            "2005-05-01",
            "cea_ng_ml",
            orNull(censored(truth.cea(), ceaQualifier)),
            "cea_ng_ml_qualifier",
            ceaQualifier);
  }

  private String qualifier() {
    return switch (random.nextInt(4)) {
      case 0 -> "<";
      case 1 -> ">";
      default -> null;
    };
  }

  /** A bound that the true value lies strictly below or above. */
  private double censored(double value, String qualifier) {
    double distance = 0.1 + random.nextInt(30) / 10.0;
    return qualifier == null ? value : qualifier.equals("<") ? value + distance : value - distance;
  }

  private <T> T orNull(T value) {
    return random.nextInt(5) == 0 ? null : value;
  }
}
