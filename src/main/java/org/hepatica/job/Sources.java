package org.hepatica.job;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.Export;
import org.hepatica.transform.ingest.Mappings;

/** Centres as their files are held against them. */
final class Sources {

  private Sources() {}

  /** The centres, each export requiring also the columns that some mapping names. */
  static List<Center> withMappedColumns(Collection<Center> centers) {
    return centers.stream().map(Sources::withMappedColumns).toList();
  }

  private static Center withMappedColumns(Center center) {
    Map<String, Set<String>> mapped = Mappings.columns(center);
    Map<String, Export> exports = new LinkedHashMap<>();
    center.exports().forEach((name, export) -> exports.put(name, with(export, mapped.get(name))));
    return new Center(center.name(), center.title(), exports, center.tables(), center.genomics());
  }

  private static Export with(Export export, Set<String> columns) {
    if (columns == null) {
      return export;
    }
    Set<String> required = new LinkedHashSet<>(export.required());
    required.addAll(columns);
    return new Export(
        export.name(),
        export.files(),
        export.format(),
        export.separator(),
        export.encoding(),
        export.identifying(),
        export.missing(),
        List.copyOf(required));
  }
}
