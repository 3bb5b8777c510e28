package org.hepatica.synthetic.write;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.hepatica.synthetic.SyntheticPatient;

/** What delivered cells mean, written a second time and in plain Java. */
final class Meaning {

  private static final DateTimeFormatter BRITISH = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private Meaning() {}

  static String site(List<String> episode) {
    if (episode.contains("Liver")) {
      return episode.size() == 1 ? "liver alone" : "liver with others";
    }
    return episode.contains("Lung") ? "lung" : "other";
  }

  /** The first complete resection, with the first stage where it is the second. */
  static List<Map<String, String>> index(List<Map<String, String>> operations) {
    List<Map<String, String>> resections =
        operations.stream().filter(row -> row.get("PROCEDURE").equals("RES")).toList();
    boolean staged = resections.get(0).get("STAGE").equals("1");
    return resections.subList(0, staged ? 2 : 1);
  }

  static List<Long> starts(
      List<Map<String, String>> courses, String type, SyntheticPatient patient) {
    List<Map<String, String>> all = courses == null ? List.of() : courses;
    return all.stream()
        .filter(row -> row.get("TYPE").equals(type))
        .map(
            row -> ChronoUnit.DAYS.between(patient.operationDate(), british(row.get("START_DATE"))))
        .toList();
  }

  static Boolean positive(String nodes) {
    return switch (nodes) {
      case "NX", "", "unknown" -> null;
      case "N0", "pN0", "negative" -> false;
      default -> true;
    };
  }

  static double centimetres(Map<String, String> lesion) {
    double size = Double.parseDouble(lesion.get("SIZE"));
    return lesion.get("UNIT").equals("mm") ? size / 10 : size;
  }

  static LocalDate imputed(String text) {
    return switch (text.length()) {
      case 4 -> LocalDate.parse(text + "-07-01");
      case 7 -> LocalDate.parse(text + "-15");
      default -> LocalDate.parse(text);
    };
  }

  static LocalDate british(String text) {
    return LocalDate.parse(text.length() == 7 ? "15/" + text : text, BRITISH);
  }

  static LocalDate date(Map<String, String> row, String column) {
    return LocalDate.parse(row.get(column));
  }
}
