package org.hepatica.job;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Center;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/**
 * Identifiers that a delivery ties to erased persons and that nobody else has. One that names
 * another patient, or that another patient has too, ties by mistake, or a new number of the person
 * that only people can tell from one.
 */
final class NewIdentifiers {

  private static final String PATIENTS = "patients";

  private final Map<String, Set<String>> tied = new TreeMap<>();
  private final Set<String> others = new TreeSet<>();

  /**
   * Looks.
   *
   * @param delivered records of the centre that are being taken
   * @param there all that the lake has
   * @param erased as noted so far
   */
  NewIdentifiers(Center center, Dataset<Row> delivered, Dataset<Row> there, ErasedPersons erased) {
    Dataset<Row> own = narrow(center, delivered);
    Dataset<Row> before = narrow(center, there.where(col(Registry.CENTER).equalTo(center.name())));
    Map<String, String> known = new TreeMap<>();
    erased.all().stream()
        .filter(entry -> entry.center().equals(center.name()))
        .forEach(entry -> known.put(entry.identifier(), entry.person()));
    boolean more = true;
    while (more) {
      more = step(own, before, known);
    }
  }

  /** By person, the identifiers that are new. */
  Map<String, Set<String>> tied() {
    return tied;
  }

  /** Patients whom a record ties to an erased person. */
  Set<String> others() {
    return others;
  }

  private boolean step(Dataset<Row> own, Dataset<Row> before, Map<String, String> known) {
    Map<String, String> found = new TreeMap<>();
    for (Row row : own.where(has(known.keySet())).distinct().collectAsList()) {
      List<String> links = row.getList(0);
      others.addAll(row.<String>getList(1));
      links.stream()
          .filter(known::containsKey)
          .findFirst()
          .ifPresent(
              one ->
                  links.stream()
                      .filter(link -> !known.containsKey(link))
                      .forEach(link -> found.put(link, known.get(one))));
    }
    others.removeAll(known.keySet());
    found.keySet().removeAll(others);
    if (found.isEmpty()) {
      return false;
    }
    found.keySet().removeAll(ofOthers(own.unionByName(before), found.keySet(), known.keySet()));
    found.forEach(
        (link, person) -> {
          known.put(link, person);
          tied.computeIfAbsent(person, p -> new TreeSet<>()).add(link);
        });
    return !found.isEmpty();
  }

  /** Of some identifiers those that are a patient, or stand beside one, who is not erased. */
  private static Set<String> ofOthers(Dataset<Row> records, Set<String> asked, Set<String> known) {
    Set<String> of = new HashSet<>();
    for (Row row : records.where(has(asked)).distinct().collectAsList()) {
      List<String> patients = new ArrayList<>(row.<String>getList(1));
      patients.removeAll(known);
      if (!patients.isEmpty()) {
        row.<String>getList(0).stream().filter(asked::contains).forEach(of::add);
      }
    }
    return of;
  }

  private static Column has(Set<String> identifiers) {
    return exists(col(Operational.LINKS), link -> link.isInCollection(Set.copyOf(identifiers)));
  }

  /** Identifiers, and which of them name patients, of records of one person each. */
  private static Dataset<Row> narrow(Center center, Dataset<Row> records) {
    List<Column> patients = new ArrayList<>();
    for (String export : PatientColumns.ofOnePerson(center)) {
      for (String column : PatientColumns.of(center, export)) {
        patients.add(
            when(col(Operational.EXPORT).equalTo(export), col(Operational.CELLS).getItem(column)));
      }
    }
    Column all =
        patients.isEmpty()
            ? array().cast("array<string>")
            : array_compact(array(patients.toArray(Column[]::new)));
    return records
        .where(col(Operational.EXPORT).isInCollection(PatientColumns.ofOnePerson(center)))
        .select(col(Operational.LINKS), all.as(PATIENTS));
  }
}
