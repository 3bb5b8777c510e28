package org.hepatica.transform.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.quality.Typed;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;

/** How many rows a centre has in each table, and how many values in each column. */
final class Extents {

  private static final String RECORDS = "record";

  private Extents() {}

  /**
   * Counts.
   *
   * @param records of {@link Operational#RECORD}
   * @param rows those of {@link Judged} that stand
   */
  static Dataset<Row> of(Dataset<Row> records, Dataset<Row> rows) {
    Dataset<Row> ofRecords =
        records
            .groupBy(Registry.CENTER, Operational.EXPORT)
            .agg(count(lit(1)).as(Operational.VALUES))
            .select(
                col(Registry.CENTER),
                lit(RECORDS).as(Operational.TABLE),
                col(Operational.EXPORT).as(Operational.COLUMN),
                col(Operational.VALUES));
    Dataset<Row> all = ofTables(rows).unionByName(ofRecords);
    return all.select(
        Arrays.stream(Operational.EXTENT.schema().fields())
            .map(field -> Typed.as(field, col(field.name())))
            .toArray(Column[]::new));
  }

  private static Dataset<Row> ofTables(Dataset<Row> rows) {
    int most =
        Registry.ALL.stream()
            .mapToInt(table -> MappingPlan.columnsOf(table).size())
            .max()
            .orElse(0);
    List<Column> counts =
        IntStream.range(0, most)
            .mapToObj(place -> count(get(col(Judged.VALUES), lit(place))).as("values_" + place))
            .toList();
    return rows.groupBy(Registry.CENTER, Operational.TABLE)
        .agg(count(lit(1)).as("rows"), counts.toArray(Column[]::new))
        .select(col(Registry.CENTER), col(Operational.TABLE), explode(places()).as("place"))
        .select(
            col(Registry.CENTER),
            col(Operational.TABLE),
            col("place.column").as(Operational.COLUMN),
            col("place.size").as(Operational.VALUES));
  }

  /** Of each table the rows, and the columns under their names. */
  private static Column places() {
    Column places = null;
    for (TableDefinition table : Registry.ALL) {
      List<String> names = MappingPlan.columnsOf(table);
      List<Column> own = new ArrayList<>();
      own.add(place(lit(null).cast("string"), col("rows")));
      for (int place = 0; place < names.size(); place++) {
        own.add(place(lit(names.get(place)), col("values_" + place)));
      }
      Column isTable = col(Operational.TABLE).equalTo(table.name());
      Column all = array(own.toArray(Column[]::new));
      places = places == null ? when(isTable, all) : places.when(isTable, all);
    }
    return places;
  }

  private static Column place(Column column, Column size) {
    return struct(column.as("column"), size.as("size"));
  }
}
