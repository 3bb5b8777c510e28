package org.hepatica.transform.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.TableMapping;

/**
 * Centres of one shape: the same exports and mappings, so one plan serves them all.
 *
 * @param centers the centres
 */
record CenterGroup(List<Center> centers) {

  /** Groups centres by shape. */
  static List<CenterGroup> of(Collection<Center> centers) {
    Map<Object, List<Center>> byShape = new LinkedHashMap<>();
    for (Center center : centers) {
      byShape
          .computeIfAbsent(List.of(center.exports(), center.tables()), shape -> new ArrayList<>())
          .add(center);
    }
    return byShape.values().stream().map(CenterGroup::new).toList();
  }

  List<String> names() {
    return centers.stream().map(Center::name).toList();
  }

  /** The mappings by the export that they read. */
  Map<String, List<TableMapping>> byExport() {
    Map<String, List<TableMapping>> byExport = new LinkedHashMap<>();
    for (TableMapping mapping : centers.get(0).tables()) {
      byExport.computeIfAbsent(mapping.from(), export -> new ArrayList<>()).add(mapping);
    }
    return byExport;
  }
}
