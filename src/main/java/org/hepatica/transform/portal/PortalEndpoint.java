package org.hepatica.transform.portal;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.hepatica.protocol.Study;
import org.hepatica.table.Gold;
import org.hepatica.transform.portal.PortalAttribute.Type;

/**
 * An endpoint as the portal takes it: {@code <X>_MONTHS} and {@code <X>_STATUS}, 0 without and 1
 * with the event. It knows no competing event: that is 0, and said in words.
 */
final class PortalEndpoint {

  /** Column of the endpoints by their PARAMCD: structs of {@code AVAL} and {@code CNSR}. */
  static final String TIMES = "endpoint_times";

  /** As {@code Units} counts, so that what is read back is the same day. */
  private static final double DAYS_A_MONTH = 30.4375;

  private static final int COMPETING = 2;

  /** Words that the portal wants for two endpoints: of an event, and of none. */
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "OS", List.of("DECEASED", "LIVING"),
          "DFS", List.of("Recurred/Progressed", "DiseaseFree"));

  private PortalEndpoint() {}

  static List<PortalAttribute> attributes(Study.Endpoint endpoint) {
    String code = endpoint.name().toUpperCase(Locale.ROOT);
    String name = code.replace('-', '_');
    Column row = col(TIMES).getItem(code);
    String competing =
        endpoint.competing().isEmpty()
            ? ""
            : "; 0 is also one before which " + String.join(" or ", endpoint.competing()) + " came";
    return List.of(
        new PortalAttribute(
            name + "_MONTHS",
            endpoint.label() + " (months)",
            "Months of 30.4375 days from the operation",
            Type.NUMBER,
            months(row.getField(Gold.AVAL))),
        new PortalAttribute(
            name + "_STATUS",
            endpoint.label() + " (status)",
            "Event: " + String.join(" or ", endpoint.event()) + competing,
            Type.STRING,
            status(name, row.getField(Gold.CNSR))));
  }

  /** Days as months of two decimals, which are less than half a day. */
  static Column months(Column days) {
    return round(days.divide(lit(DAYS_A_MONTH)), 2).cast("decimal(12,2)").cast("string");
  }

  private static Column status(String name, Column censoring) {
    List<String> words = WORDS.get(name);
    if (words != null) {
      return when(censoring.equalTo(0), lit("1:" + words.get(0)))
          .when(censoring.isNotNull(), lit("0:" + words.get(1)));
    }
    return when(censoring.equalTo(0), lit("1:EVENT"))
        .when(censoring.equalTo(COMPETING), lit("0:COMPETING EVENT"))
        .when(censoring.isNotNull(), lit("0:CENSORED"));
  }
}
