package org.hepatica.transform.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.hepatica.protocol.Center.ColumnMapping;
import org.hepatica.protocol.Center.RowGroup;
import org.hepatica.protocol.Center.TableMapping;
import org.hepatica.table.Kind;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;

/**
 * A mapping to two halves: SQL that gives texts (the drafts), and a plan by which tasks turn texts
 * into values.
 */
final class MappingCompiler {

  /** Separate qualifier of a quantity: a mapping may give it as a column of its own. */
  static final String QUALIFIER = Kind.QUANTITY.companionSuffix();

  private final TableDefinition table;
  private final TableMapping mapping;
  private final int index;
  private final Function<List<String>, Column> cells;
  private final List<Column> drafts = new ArrayList<>();
  private List<Column> texts;

  private MappingCompiler(
      TableDefinition table,
      TableMapping mapping,
      int index,
      Function<List<String>, Column> cells) {
    this.table = table;
    this.mapping = mapping;
    this.index = index;
    this.cells = cells;
  }

  /**
   * Both halves.
   *
   * @param plan what tasks do with the texts
   * @param drafts one column a row group: a struct of its texts, or null when the record is not
   *     meant for it
   */
  record Compiled(MappingPlan plan, List<Column> drafts) {}

  /**
   * Compiles a mapping whose problems have been ruled out.
   *
   * @param index number of the mapping among all
   * @param cells the cell for a name in SQL
   */
  static Compiled compile(
      TableDefinition table,
      TableMapping mapping,
      int index,
      Function<List<String>, Column> cells) {
    return new MappingCompiler(table, mapping, index, cells).compiled();
  }

  private Compiled compiled() {
    List<RowGroup> groups =
        mapping.each().isEmpty() ? List.of(new RowGroup("true", Map.of())) : mapping.each();
    List<MappingPlan.GroupPlan> plans = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      plans.add(group(groups.get(i), i));
    }
    List<String> key = table.key().stream().filter(name -> !name.equals(Registry.CENTER)).toList();
    return new Compiled(
        new MappingPlan(table.name(), MappingPlan.columnsOf(table), key, plans), drafts);
  }

  private MappingPlan.GroupPlan group(RowGroup group, int number) {
    texts = new ArrayList<>();
    Map<String, ColumnMapping> all = new LinkedHashMap<>(mapping.columns());
    all.putAll(group.columns());
    List<ColumnPlan> columns =
        table.columns().stream()
            .filter(column -> all.containsKey(column.name()))
            .map(column -> column(column, all))
            .toList();
    List<Integer> own =
        columns.stream()
            .filter(plan -> group.columns().containsKey(plan.name()) && !plan.literal())
            .map(ColumnPlan::text)
            .toList();
    drafts.add(draft(group, number));
    return new MappingPlan.GroupPlan(columns, own);
  }

  private ColumnPlan column(org.hepatica.table.Column column, Map<String, ColumnMapping> all) {
    ColumnMapping from = all.get(column.name());
    String unit = from.unit();
    boolean key = table.key().contains(column.name());
    ColumnMapping qualifier = all.get(column.name() + QUALIFIER);
    BigDecimal factor = Units.factor(column.name(), unit);
    return new ColumnPlan(
        column.name(),
        column.kind(),
        column.mandatory(),
        key,
        column.levels(),
        Map.copyOf(from.codes()),
        formats(from),
        factor,
        unit.equals("%") || unit.equals("percent"),
        column.name().equals(Registry.TIME),
        List.copyOf(from.missing()),
        text(from),
        from.origin().map(this::origin).orElse(null),
        qualifier == null ? -1 : text(qualifier),
        from.decimal(),
        SourceSql.parse(from.value()).names().isEmpty());
  }

  private ColumnPlan.Origin origin(ColumnMapping origin) {
    return new ColumnPlan.Origin(text(origin), formats(origin), List.copyOf(origin.missing()));
  }

  private static List<String> formats(ColumnMapping mapping) {
    return mapping.formats().isEmpty() ? Dates.DEFAULT : List.copyOf(mapping.formats());
  }

  private int text(ColumnMapping from) {
    Function<List<String>, Column> present =
        from.missing().isEmpty()
            ? cells
            : name ->
                when(not(cells.apply(name).isInCollection(from.missing())), cells.apply(name));
    texts.add(textColumn(SourceSql.parse(from.value()), present));
    return texts.size() - 1;
  }

  /** The text that SQL gives; where it fails, a mark with what it was given. */
  private static Column textColumn(SourceSql sql, Function<List<String>, Column> present) {
    if (sql.isPlain()) {
      return sql.over(present);
    }
    Column tried = SourceSql.tried(struct(sql.over(present).cast(DataTypes.StringType).as("v")));
    Column given = concat_ws(", ", sql.names().stream().map(present).toArray(Column[]::new));
    return when(tried.isNull(), concat(lit(String.valueOf(CellReader.FAILED)), given))
        .otherwise(tried.getField("v"));
  }

  private Column draft(RowGroup group, int number) {
    Column meant = condition(mapping.where()).and(condition(group.where()));
    Column tried = SourceSql.tried(struct(meant.as("v")));
    boolean always = mapping.where().equals("true") && group.where().equals("true");
    Column draft =
        struct(
            lit(index).as(Drafts.MAPPING),
            lit(number).as(Drafts.GROUP),
            (always ? lit(false) : tried.isNull()).as(Drafts.FAILED),
            array(texts.toArray(Column[]::new)).as(Drafts.TEXTS));
    return always
        ? draft
        : when(tried.isNull().or(coalesce(tried.getField("v"), lit(false))), draft);
  }

  private Column condition(String sql) {
    return SourceSql.parse(sql).over(cells).cast(DataTypes.BooleanType);
  }
}
