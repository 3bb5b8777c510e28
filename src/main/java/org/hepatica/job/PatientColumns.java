package org.hepatica.job;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.ColumnMapping;
import org.hepatica.protocol.Center.Export;
import org.hepatica.protocol.Center.TableMapping;
import org.hepatica.source.Formats;
import org.hepatica.table.Registry;
import org.hepatica.transform.ingest.RegistryIngest;

/** Of whom a centre's records are: which columns name patients, and which exports one person. */
final class PatientColumns {

  private static final Set<String> OF_SEVERAL = Set.of("vcf", "maf", "callable-bed");

  private PatientColumns() {}

  /** The identifying columns of an export that a table's patient is made of. */
  static Set<String> of(Center center, String export) {
    Set<String> columns = new TreeSet<>();
    for (String identifying : center.exports().get(export).identifying()) {
      Pattern named = Pattern.compile("(?<![\\w])" + Pattern.quote(identifying) + "(?![\\w])");
      for (TableMapping table : center.tables()) {
        ColumnMapping patient = table.columns().get(Registry.PATIENT_ID);
        if (table.from().equals(export)
            && patient != null
            && named.matcher(patient.value()).find()) {
          columns.add(identifying);
        }
      }
    }
    return columns;
  }

  /**
   * The exports all of whose identifiers of a record are one person's. The samples of a VCF are of
   * several, and a matched normal may be many patients'.
   */
  static List<String> ofOnePerson(Center center) {
    return center.exports().values().stream()
        .filter(export -> !OF_SEVERAL.contains(export.format()))
        .map(Export::name)
        .toList();
  }

  /**
   * Whether ingestion looks at files whose records name any number of samples: the columns that
   * identify do not tell how many identifiers a record has.
   */
  static boolean hasManyOfARecord(Center center) {
    return center.exports().values().stream()
        .anyMatch(
            export -> export.format().equals("vcf") && RegistryIngest.takes(center, export.name()));
  }

  /** The exports of a format. */
  static List<String> ofFormat(Center center, String format) {
    return center.exports().values().stream()
        .filter(export -> export.format().equals(format))
        .map(Export::name)
        .toList();
  }

  /** All columns of an export that identify. */
  static Set<String> identifying(Export export) {
    Set<String> columns = new TreeSet<>(Formats.reader(export.format()).identifyingColumns());
    columns.addAll(export.identifying());
    return columns;
  }
}
