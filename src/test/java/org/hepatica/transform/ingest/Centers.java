package org.hepatica.transform.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.ColumnMapping;
import org.hepatica.protocol.Center.Export;
import org.hepatica.protocol.Center.Join;
import org.hepatica.protocol.Center.RowGroup;
import org.hepatica.protocol.Center.TableMapping;

/** Centres written down in a test. */
final class Centers {

  private Centers() {}

  static Export csv(String name, String files, String... identifying) {
    return new Export(
        name,
        files,
        "csv",
        ',',
        "UTF-8",
        List.of(identifying),
        List.of(),
        List.of(),
        Center.Content.SNAPSHOT);
  }

  static ColumnMapping sql(String value) {
    return new ColumnMapping(value, Map.of(), List.of(), "", Optional.empty(), List.of());
  }

  static ColumnMapping coded(String value, Map<String, String> codes) {
    return new ColumnMapping(value, codes, List.of(), "", Optional.empty(), List.of());
  }

  static ColumnMapping date(String value, String... formats) {
    return new ColumnMapping(value, Map.of(), List.of(formats), "", Optional.empty(), List.of());
  }

  static ColumnMapping unit(String value, String unit) {
    return new ColumnMapping(value, Map.of(), List.of(), unit, Optional.empty(), List.of());
  }

  static TableMapping table(String table, String from, Map<String, ColumnMapping> columns) {
    return new TableMapping(table, from, List.of(), "true", columns, List.of());
  }

  static TableMapping where(String where, TableMapping mapping) {
    return new TableMapping(
        mapping.table(), mapping.from(), mapping.joins(), where, mapping.columns(), mapping.each());
  }

  static TableMapping joined(TableMapping mapping, Join... joins) {
    return new TableMapping(
        mapping.table(),
        mapping.from(),
        List.of(joins),
        mapping.where(),
        mapping.columns(),
        mapping.each());
  }

  static TableMapping each(TableMapping mapping, RowGroup... groups) {
    return new TableMapping(
        mapping.table(),
        mapping.from(),
        mapping.joins(),
        mapping.where(),
        mapping.columns(),
        List.of(groups));
  }

  static Center center(String name, List<Export> exports, TableMapping... tables) {
    Map<String, Export> byName = new LinkedHashMap<>();
    exports.forEach(export -> byName.put(export.name(), export));
    return new Center(name, name, byName, List.of(tables), Optional.empty(), Center.Arrival.USUAL);
  }
}
