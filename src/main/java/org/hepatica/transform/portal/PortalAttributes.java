package org.hepatica.transform.portal;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.initcap;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.hepatica.protocol.Study;
import org.hepatica.table.Gold;
import org.hepatica.table.Kind;
import org.hepatica.table.Registry;
import org.hepatica.transform.portal.PortalAttribute.Type;

/**
 * What is told of a patient: simple variables that hold no date, no text of a centre's own and no
 * gene status.
 */
final class PortalAttributes {

  /** Ages above are told as such: they are few enough to name somebody. */
  private static final int OLDEST_TOLD = 89;

  private PortalAttributes() {}

  /** Endpoints first, then variables. */
  static List<PortalAttribute> of(Study study) {
    List<PortalAttribute> all = new ArrayList<>();
    study.endpoints().values().forEach(endpoint -> all.addAll(PortalEndpoint.attributes(endpoint)));
    all.add(
        new PortalAttribute(
            "AGE", "Age", "Completed years at the operation", Type.NUMBER, cappedAge()));
    all.add(new PortalAttribute("SEX", "Sex", "Sex", Type.STRING, initcap(col(Registry.SEX))));
    all.addAll(disease());
    all.addAll(operation());
    study
        .exposure()
        .ifPresent(
            exposure ->
                all.add(
                    truth(
                        "EXPOSED",
                        exposure.label(),
                        "Treatment that the study compares: " + exposure.label(),
                        Gold.EXPOSED)));
    study
        .score()
        .ifPresent(
            score ->
                all.add(
                    number("SCORE", score.label(), "Points, all components known", Gold.SCORE)));
    return all;
  }

  private static List<PortalAttribute> disease() {
    return List.of(
        truth(
            "NODE_POSITIVE",
            "Node-positive primary",
            "Nodal status of the colorectal primary",
            Gold.NODE_POSITIVE),
        truth(
            "SYNCHRONOUS",
            "Synchronous metastases",
            "Liver metastases were diagnosed before or at the resection of the primary",
            Gold.SYNCHRONOUS),
        new PortalAttribute(
            "DISEASE_FREE_INTERVAL",
            "Disease-free interval (months)",
            "Months from the resection of the primary to liver metastases; below 0 where they were found before",
            Type.NUMBER,
            PortalEndpoint.months(col(Gold.DISEASE_FREE_INTERVAL_DAYS))),
        number(
            "NUMBER_OF_METASTASES",
            "Number of liver metastases",
            "From pathology",
            Gold.NUMBER_OF_METASTASES),
        quantity(
            "LARGEST_METASTASIS_CM",
            "Largest liver metastasis (cm)",
            "From pathology",
            Gold.LARGEST_METASTASIS_CM),
        quantity(
            "CEA_NG_ML",
            "CEA (ng/mL)",
            "Latest within 3 months before the operation",
            Registry.CEA_NG_ML),
        truth(
            "EXTRAHEPATIC_DISEASE",
            "Extrahepatic disease",
            "Extrahepatic disease at the operation or before",
            Gold.EXTRAHEPATIC_DISEASE));
  }

  private static List<PortalAttribute> operation() {
    return List.of(
        new PortalAttribute(
            "MARGIN", "Margin", "Worst resection margin", Type.STRING, col(Registry.MARGIN)),
        number("SEGMENTS", "Resected segments", "Liver segments", Registry.SEGMENTS),
        truth(
            "MAJOR_HEPATECTOMY",
            "Major hepatectomy",
            "3 segments or more, or as delivered",
            Gold.MAJOR_HEPATECTOMY),
        truth("ABLATION", "Ablation", "Any ablation with the operation", Registry.ABLATION),
        truth("TWO_STAGE", "Two-stage hepatectomy", "Two-stage hepatectomy", Gold.TWO_STAGE));
  }

  private static PortalAttribute truth(
      String name, String label, String description, String column) {
    return new PortalAttribute(
        name, label, description, Type.BOOLEAN, upper(col(column).cast("string")));
  }

  private static PortalAttribute number(
      String name, String label, String description, String column) {
    return new PortalAttribute(name, label, description, Type.NUMBER, col(column).cast("string"));
  }

  private static PortalAttribute quantity(
      String name, String label, String description, String column) {
    Column bound = col(column + Kind.QUANTITY.companionSuffix());
    return new PortalAttribute(
        name,
        label,
        description,
        Type.NUMBER,
        concat(coalesce(bound, lit("")), col(column).cast("string")));
  }

  private static Column cappedAge() {
    return when(col(Gold.AGE).gt(OLDEST_TOLD), lit(">" + OLDEST_TOLD))
        .otherwise(col(Gold.AGE).cast("string"));
  }
}
