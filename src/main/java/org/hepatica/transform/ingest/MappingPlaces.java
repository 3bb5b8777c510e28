package org.hepatica.transform.ingest;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.TableMapping;
import org.hepatica.protocol.Position;

/** Where the keys of a centre's mappings stand, for messages. */
final class MappingPlaces {

  private final Center center;
  private final Function<String, Optional<Position>> positions;

  /**
   * Places by a centre's conf file.
   *
   * @param positions where a full key stands, such as {@code center.tables.patient.columns}
   */
  MappingPlaces(Center center, Function<String, Optional<Position>> positions) {
    this.center = center;
    this.positions = positions;
  }

  /**
   * File, line and key; without a file the centre and the key.
   *
   * @param key inside the mapping, such as {@code columns.sex.value}; empty for the mapping itself
   */
  String of(TableMapping mapping, String key) {
    String table = "center.tables." + mapping.table();
    String inside = key.isEmpty() ? "" : "." + key;
    return stated(table + "[" + index(mapping) + "]", inside)
        .or(() -> stated(table, inside))
        .map(Position::place)
        .orElseGet(
            () -> "centre %s: tables.%s%s".formatted(center.name(), mapping.table(), inside));
  }

  /** A key that the file says in short, or not at all, stands where the next larger one does. */
  private Optional<Position> stated(String mapping, String inside) {
    String key = inside;
    while (!key.isEmpty()) {
      Optional<Position> position = positions.apply(mapping + key);
      if (position.isPresent()) {
        return position;
      }
      key = key.substring(0, key.lastIndexOf('.'));
    }
    return positions.apply(mapping);
  }

  private int index(TableMapping mapping) {
    List<TableMapping> ofTable =
        center.tables().stream().filter(each -> each.table().equals(mapping.table())).toList();
    for (int i = 0; i < ofTable.size(); i++) {
      if (ofTable.get(i) == mapping) {
        return i;
      }
    }
    return 0;
  }
}
