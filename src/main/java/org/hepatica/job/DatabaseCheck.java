package org.hepatica.job;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.NamedColumn;
import org.hepatica.source.DeliveryException;
import org.hepatica.source.Glance;
import org.hepatica.source.Landing;
import org.hepatica.source.database.Extraction;

/** What check finds out of centres' databases: it asks for columns, and reads no row. */
final class DatabaseCheck {

  private DatabaseCheck() {}

  /**
   * The centres whose files can be looked at: of a database they are there after the first ingest.
   *
   * @throws DeliveryException when a database cannot be asked, or lacks a column that a conf file
   *     names
   */
  static List<Center> centersWithFiles(RunPlan plan, Progress progress) {
    List<String> problems = new ArrayList<>();
    List<Center> centers = new ArrayList<>();
    for (Center center : plan.centers().values()) {
      if (!Extraction.concerns(center)) {
        centers.add(center);
        continue;
      }
      Map<String, List<String>> columns = Extraction.columns(center, problems);
      columns.forEach((export, names) -> progress.say("  " + export + ": database, " + names));
      for (NamedColumn named : plan.namedColumns(center)) {
        List<String> names = columns.get(named.export());
        boolean may = center.exports().get(named.export()).optional().contains(named.column());
        if (names != null && !may && !names.contains(named.column())) {
          problems.add(
              "centre %s, export %s: there is no column '%s', which %s names; there are %s"
                  .formatted(
                      center.name(),
                      named.export(),
                      named.column(),
                      named.position().place(),
                      names));
        }
      }
      if (hasFiles(plan, center)) {
        centers.add(center);
      } else {
        progress.say("  " + center.name() + ": its rows are shown once an ingest has read them");
      }
    }
    if (!problems.isEmpty()) {
      throw new DeliveryException(problems);
    }
    return centers;
  }

  private static boolean hasFiles(RunPlan plan, Center center) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    var landing = plan.installation().landing();
    return Landing.list(landing, List.of(center), today, Glance.at(landing)).refused().isEmpty();
  }
}
