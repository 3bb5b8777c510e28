package org.hepatica.transform.cohort;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.hepatica.protocol.Study.Endpoint;
import org.hepatica.table.Gold;
import org.hepatica.table.Registry;

/** What can end an endpoint, and which of it comes first. */
final class Occurrences {

  // Fields of an occurrence; the first two order them.
  static final String DAY = "day";
  static final String CENSORING = "censoring";
  static final String NAME = "name";

  private static final String DEATH = "death";
  private static final String SEPARATOR = "-";
  private static final int AN_EVENT = 0;
  private static final int COMPETING = 2;

  private static final Map<String, String> DATES =
      Map.of(
          DEATH,
          Registry.DEATH_DATE,
          "recurrence",
          Gold.FIRST_RECURRENCE_DATE,
          "liver-recurrence",
          Gold.FIRST_LIVER_RECURRENCE_DATE);

  private Occurrences() {}

  /** The first event or competing event, or null; of one day, the event before the competing. */
  static Column first(Endpoint endpoint) {
    Column[] all =
        Stream.concat(of(endpoint.event(), AN_EVENT), of(endpoint.competing(), COMPETING))
            .toArray(Column[]::new);
    return array_min(array(all));
  }

  /** Whether the endpoint looks at something else than death. */
  static boolean watchesRecurrence(Endpoint endpoint) {
    return Stream.concat(endpoint.event().stream(), endpoint.competing().stream())
        .anyMatch(name -> !name.equals(DEATH));
  }

  private static Stream<Column> of(List<String> names, int censoring) {
    return names.stream().map(name -> occurrence(name, censoring, names.indexOf(name)));
  }

  private static Column occurrence(String name, int censoring, int rank) {
    Column day = col(date(name));
    return when(
        day.isNotNull(),
        struct(
            day.as(DAY),
            lit(censoring).as(CENSORING),
            lit(rank).as("rank"),
            upper(lit(name.replace(SEPARATOR, " "))).as(NAME)));
  }

  private static String date(String name) {
    String date = DATES.get(name);
    if (date == null) {
      throw new IllegalArgumentException(
          "no event '" + name + "'; there are " + DATES.keySet().stream().sorted().toList());
    }
    return date;
  }
}
