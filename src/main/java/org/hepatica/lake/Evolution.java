package org.hepatica.lake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.hepatica.table.TableDefinition;

/**
 * How a table's definition differs from what is stored of it.
 *
 * @param table the definition
 * @param added stored columns that are new
 * @param lost stored columns that the definition has no more, with their types
 * @param retyped columns whose stored type is another, with that type
 */
record Evolution(
    TableDefinition table,
    List<StructField> added,
    Map<String, String> lost,
    Map<String, String> retyped) {

  /** From what is stored to the definition. */
  static Evolution of(TableDefinition table, StructType stored) {
    List<StructField> added = new ArrayList<>();
    Map<String, String> retyped = new LinkedHashMap<>();
    Map<String, String> lost = new LinkedHashMap<>();
    for (StructField field : stored.fields()) {
      lost.put(field.name(), field.dataType().catalogString());
    }
    for (StructField field : table.schema().fields()) {
      String before = lost.remove(field.name());
      if (before == null) {
        added.add(field);
      } else if (!before.equals(field.dataType().catalogString())) {
        retyped.put(field.name(), before);
      }
    }
    return new Evolution(table, List.copyOf(added), lost, retyped);
  }

  /** Whether columns are lost or of another type, so that all rows have to be written anew. */
  boolean rewrites() {
    return !lost.isEmpty() || !retyped.isEmpty();
  }

  boolean isNone() {
    return added.isEmpty() && !rewrites();
  }

  /** What is lost or retyped without leave, a line each with the remedy. */
  List<String> problems(Set<String> leave) {
    List<String> problems = new ArrayList<>();
    lost.forEach(
        (column, type) ->
            problems.add(
                problem(
                    column, "of type " + type + " in the lake, and this version has it no more")));
    retyped.forEach(
        (column, type) ->
            problems.add(
                problem(
                    column,
                    "of type %s in the lake, and %s for this version"
                        .formatted(type, typeOf(column)))));
    problems.removeIf(
        problem -> leave.stream().anyMatch(column -> problem.startsWith(column + " is ")));
    return problems;
  }

  private String problem(String column, String what) {
    String full = table.fullName() + "." + column;
    return "%s is %s: go back to the version that wrote it, or let it go by lake.evolve = [%s] in conf/hepatica.conf"
        .formatted(full, what, full);
  }

  /** What becomes of the columns, in words. */
  Stream<String> said() {
    String name = table.fullName();
    return Stream.of(
            added.stream().map(field -> "%s has a new column %s".formatted(name, field.name())),
            lost.keySet().stream()
                .map(column -> "%s loses its column %s, by lake.evolve".formatted(name, column)),
            retyped.keySet().stream()
                .map(
                    column ->
                        "%s has its column %s as %s now, by lake.evolve"
                            .formatted(name, column, typeOf(column))))
        .flatMap(lines -> lines);
  }

  private String typeOf(String column) {
    return table.schema().apply(column).dataType().catalogString();
  }
}
