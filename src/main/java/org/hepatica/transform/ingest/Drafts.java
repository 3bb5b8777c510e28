package org.hepatica.transform.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Center.Join;
import org.hepatica.protocol.Center.TableMapping;
import org.hepatica.quality.Copies;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/** Records with the texts of the rows that they may become: one pass over all exports. */
final class Drafts {

  static final String DRAFTS = "drafts";
  static final String MAPPING = "mapping";
  static final String GROUP = "group";
  static final String FAILED = "failed";
  static final String TEXTS = "texts";

  private static final String BLANKS = " \t\r\n\u00A0";

  private final List<CenterGroup> groups;
  private final List<MappingPlan> plans = new ArrayList<>();

  Drafts(List<CenterGroup> groups) {
    this.groups = groups;
  }

  /** The plans, in the order of the drafts' mapping numbers; known once drafted. */
  List<MappingPlan> plans() {
    return plans;
  }

  /** Adds the drafts to marked records. */
  Dataset<Row> draft(Dataset<Row> marked) {
    Dataset<Row> joined = marked;
    Column drafts = null;
    int joins = 0;
    for (CenterGroup group : groups) {
      for (Map.Entry<String, List<TableMapping>> export : group.byExport().entrySet()) {
        List<Column> columns = new ArrayList<>();
        for (TableMapping mapping : export.getValue()) {
          Map<String, String> joinedCells = new HashMap<>();
          for (Join join : mapping.joins()) {
            String name = Operational.CELLS + "_" + joins++;
            joinedCells.put(join.export(), name);
            joined = join(joined, marked, group, mapping, join, joinedCells);
          }
          MappingCompiler.Compiled compiled =
              MappingCompiler.compile(
                  Mappings.table(mapping), mapping, plans.size(), cells(joinedCells));
          plans.add(compiled.plan());
          columns.addAll(compiled.drafts());
        }
        Column usable = isOf(group, export.getKey()).and(usable());
        Column all = array(columns.toArray(Column[]::new));
        drafts = drafts == null ? when(usable, all) : drafts.when(usable, all);
      }
    }
    return joined.withColumn(DRAFTS, drafts == null ? lit(null) : drafts);
  }

  private static Dataset<Row> join(
      Dataset<Row> records,
      Dataset<Row> marked,
      CenterGroup group,
      TableMapping mapping,
      Join join,
      Map<String, String> joinedCells) {
    String name = joinedCells.get(join.export());
    String center = name + "_center";
    String time = name + "_time";
    Dataset<Row> other =
        marked
            .where(isOf(group, join.export()).and(usable()))
            .select(
                col(Registry.CENTER).as(center),
                col(Registry.VALID_FROM).as(time),
                col(Operational.CELLS).as(name));
    Column condition =
        isOf(group, mapping.from())
            .and(col(Registry.CENTER).equalTo(col(center)))
            .and(col(Registry.VALID_FROM).equalTo(col(time)))
            .and(SourceSql.parse(join.on()).conditionOver(cells(joinedCells)));
    return records.join(other, condition, "left").drop(center, time);
  }

  private static Column usable() {
    return col(Operational.DEFECT).isNull().and(not(Copies.isCopy()));
  }

  private static Column isOf(CenterGroup group, String export) {
    return col(Registry.CENTER)
        .isInCollection(group.names())
        .and(col(Operational.EXPORT).equalTo(export));
  }

  /** A name in SQL is a cell of the record, or after an export's name one of the joined record. */
  private static Function<List<String>, Column> cells(Map<String, String> joinedCells) {
    return name -> {
      String map = name.size() > 1 ? joinedCells.get(name.get(0)) : null;
      String column = name.get(name.size() - 1);
      return trim(col(map == null ? Operational.CELLS : map).getItem(column), lit(BLANKS));
    };
  }
}
