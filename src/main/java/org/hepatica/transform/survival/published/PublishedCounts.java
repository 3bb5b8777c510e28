package org.hepatica.transform.survival.published;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hepatica.protocol.PublishedNumbers;
import org.hepatica.protocol.PublishedNumbers.Estimate;
import org.hepatica.protocol.Study;
import org.hepatica.table.Gold;

/** The counts over {@code subject} that printed numbers ask for, as SQL conditions by key. */
public final class PublishedCounts {

  /** The quantity that counts a whole group. */
  static final String EVERYBODY = "everybody";

  private static final String SHARE = "_share";

  private PublishedCounts() {}

  /**
   * SQL by key of what is to be counted.
   *
   * @param published the printed numbers
   * @param study whose groupings the groups are made of
   */
  public static Map<String, String> wanted(PublishedNumbers published, Study study) {
    Map<String, String> wanted = new LinkedHashMap<>();
    for (Estimate estimate : published.estimates()) {
      String quantity = estimate.quantity();
      boolean share = quantity.endsWith(SHARE);
      String counted = share ? quantity.substring(0, quantity.length() - SHARE.length()) : quantity;
      String sql = published.counts().get(counted);
      if (sql != null) {
        String group = group(published, study, estimate.group());
        wanted.put(key(counted, estimate.group()), "(" + sql + ")" + group);
        wanted.put(key(EVERYBODY, estimate.group()), Gold.IN_ANALYSIS + group);
      }
    }
    return wanted;
  }

  static String key(String quantity, String group) {
    return quantity + "/" + group;
  }

  /** SQL that restricts to a group, or nothing for everybody. */
  private static String group(PublishedNumbers published, Study study, String name) {
    StringBuilder sql = new StringBuilder();
    published
        .groups()
        .getOrDefault(name, Map.of())
        .forEach(
            (grouping, level) ->
                sql.append(" and cast((")
                    .append(study.groupings().get(grouping).value())
                    .append(") as string) = '")
                    .append(level.replace("'", "\\'"))
                    .append("'"));
    return sql.toString();
  }
}
