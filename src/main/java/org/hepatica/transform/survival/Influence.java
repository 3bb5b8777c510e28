package org.hepatica.transform.survival;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hepatica.protocol.ChangeSet;
import org.hepatica.protocol.Study;
import org.hepatica.table.Followed;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;
import org.hepatica.table.Registry;
import org.hepatica.table.Results;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;
import org.hepatica.transform.survival.Statistic.Result;

/**
 * Who moved a result: what each patient's change did to it, by leaving out on the counts. The
 * effect of a change is the result now less the result with this one change taken back, exactly
 * refitted.
 */
public final class Influence {

  private static final String EFFECT = "effect";

  private static final StructType EFFECTS =
      new StructType()
          .add(Transitions.NAME, DataTypes.StringType, false)
          .add(Operational.TABLE, DataTypes.StringType, false)
          .add(Refresh.ITEM, DataTypes.StringType, false)
          .add(Operational.COLUMN, DataTypes.StringType, false)
          .add(Refresh.BEFORE, DataTypes.StringType, true)
          .add(Refresh.AFTER, DataTypes.StringType, true)
          .add(EFFECT, DataTypes.DoubleType, false);

  private final Questions questions;
  private final ChangeSet.Drivers bounds;
  private final Map<Result, Statistic> statistics;
  private final Map<Integer, List<Transition>> transitions = new HashMap<>();

  /**
   * The cohort of a night.
   *
   * @param tables its {@code subject} and {@code time_to_event}
   * @param kept counts of it that hold, if there are any
   */
  public record Cohort(Tables tables, KeptCells kept) {}

  /**
   * Two nights.
   *
   * @param then {@code subject} and {@code time_to_event} of the earlier night, at least of the
   *     subjects who changed
   * @param now the same of the same subjects in this one
   * @param cohort all of this one
   */
  public record Nights(Tables then, Tables now, Cohort cohort) {

    /** Of nights all of whose subjects are looked at. */
    public static Nights ofAll(Tables then, Tables now) {
      return new Nights(then, now, new Cohort(now, KeptCells.none()));
    }
  }

  private Influence(
      Study study,
      ChangeSet.Drivers bounds,
      KeptCells kept,
      Map<TableDefinition, List<Row>> results,
      List<Row> moved) {
    this.questions = new Questions(study, bounds.mostCells(), kept, (name, rows) -> rows);
    this.bounds = bounds;
    this.statistics = statistics(results, moved.stream().map(Influence::result).toList());
  }

  /**
   * What was found.
   *
   * @param moved the results that moved, each with a message on how far was looked
   * @param drivers rows of {@link Refresh#CHANGE}, of the patients who moved them
   */
  public record Found(List<Row> moved, Dataset<Row> drivers) {}

  /**
   * Looks for who moved results.
   *
   * @param nights which
   * @param results this night's rows of {@link Followed#ALL} and {@link Results#SELECTION}
   * @param moved rows of {@link Refresh#CHANGE}, of kind {@link Refresh#RESULT_MOVED}
   * @param bounds what it may cost
   * @param settle writes an intermediate dataset down and reads it back, or leaves it
   */
  public static Found of(
      Nights nights,
      Study study,
      Map<TableDefinition, List<Row>> results,
      List<Row> moved,
      ChangeSet.Drivers bounds,
      UnaryOperator<Dataset<Row>> settle) {
    return new Influence(study, bounds, nights.cohort().kept(), results, moved)
        .found(nights, moved, settle);
  }

  private Found found(Nights nights, List<Row> moved, UnaryOperator<Dataset<Row>> settle) {
    questions.answer(nights.cohort().tables());
    List<Question> counted = questions.all().stream().filter(questions::isCounted).toList();
    Dataset<Row> moves =
        settle.apply(Transitions.of(questions, counted, nights.then(), nights.now()));
    CellCollector.transitions(moves, bounds.mostTransitions())
        .forEach(
            each -> transitions.computeIfAbsent(each.question(), q -> new ArrayList<>()).add(each));
    Dataset<Row> effects = moves.sparkSession().createDataFrame(effects(), EFFECTS);
    return new Found(
        moved.stream().map(this::withMessage).toList(), drivers(moves, effects.coalesce(1)));
  }

  /** The statistics of the results asked for, as far as there are results now. */
  private Map<Result, Statistic> statistics(
      Map<TableDefinition, List<Row>> results, List<Result> wanted) {
    Set<Result> open = Set.copyOf(wanted);
    CurveStatistics curves = new CurveStatistics(questions);
    ModelStatistics models = new ModelStatistics(questions, results);
    Map<Result, Statistic> found = new HashMap<>();
    for (Followed followed : Followed.ALL) {
      for (Row row : results.getOrDefault(followed.table(), List.of())) {
        for (String measure : followed.measures()) {
          Result result = new Result(followed.table().name(), followed.item(row), measure);
          if (open.contains(result) && !found.containsKey(result)) {
            found.put(result, statistic(followed.table(), result, row, curves, models));
          }
        }
      }
    }
    return found;
  }

  private static Statistic statistic(
      TableDefinition table,
      Result result,
      Row row,
      CurveStatistics curves,
      ModelStatistics models) {
    if (table.equals(Results.SURVIVAL_SUMMARY)) {
      return curves.summary(result, row);
    }
    if (table.equals(Results.SURVIVAL_AT)) {
      return curves.survival(result, row);
    }
    if (table.equals(Results.LOGRANK)) {
      return curves.logRank(result, row);
    }
    return table.equals(Results.HAZARD_RATIO_BY_GROUP)
        ? models.within(result, row)
        : models.term(result, row);
  }

  private List<Row> effects() {
    return statistics.values().parallelStream().flatMap(this::effects).toList();
  }

  /** Effects that there are and that are not nothing. */
  private Stream<Row> effects(Statistic statistic) {
    List<Transition> changes = transitions.getOrDefault(statistic.question().id(), List.of());
    if (changes.isEmpty()) {
      return Stream.empty();
    }
    Cells now = questions.of(statistic.question());
    return changes.stream()
        .map(change -> effect(statistic, change, statistic.effect(now, change)))
        .flatMap(Optional::stream);
  }

  private static Optional<Row> effect(Statistic statistic, Transition change, double effect) {
    Result result = statistic.result();
    return Double.isFinite(effect) && effect != 0
        ? Optional.of(
            RowFactory.create(
                change.name(),
                result.table(),
                result.item(),
                result.column(),
                statistic.words(change.out()),
                statistic.words(change.in()),
                effect))
        : Optional.empty();
  }

  /** The patients who did most to each result. */
  private Dataset<Row> drivers(Dataset<Row> moves, Dataset<Row> effects) {
    Column place =
        row_number()
            .over(
                Window.partitionBy(
                        col(Operational.TABLE), col(Refresh.ITEM), col(Operational.COLUMN))
                    .orderBy(
                        abs(col(EFFECT)).desc(), col(Registry.CENTER), col(Registry.PATIENT_ID)));
    Dataset<Row> most =
        moves
            .select(Registry.CENTER, Registry.PATIENT_ID, Transitions.NAME)
            .join(effects, Transitions.NAME)
            .withColumn("place", place)
            .where(col("place").leq(bounds.mostPatients()))
            .withColumn(Refresh.KIND, lit(Refresh.DRIVER))
            .withColumn(Refresh.DIFFERENCE, col(EFFECT));
    return most.select(
        Arrays.stream(Refresh.CHANGE.schema().fields())
            .map(
                field ->
                    List.of(most.columns()).contains(field.name())
                        ? col(field.name())
                        : lit(null).cast(field.dataType()).as(field.name()))
            .toArray(Column[]::new));
  }

  private Row withMessage(Row moved) {
    Object[] cells = new Object[moved.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = moved.get(i);
    }
    cells[moved.fieldIndex(Operational.MESSAGE)] = message(result(moved));
    return new org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema(
        cells, moved.schema());
  }

  private String message(Result result) {
    Statistic statistic = statistics.get(result);
    if (statistic == null) {
      return "there is no such result now";
    }
    if (!questions.isCounted(statistic.question())) {
      return "who moved it was not looked for: its patients are of more than %d different cells"
          .formatted(bounds.mostCells());
    }
    List<Transition> looked = transitions.getOrDefault(statistic.question().id(), List.of());
    if (looked.isEmpty()) {
      return "no patient's change bears on it: code or configuration did";
    }
    long subjects = looked.stream().collect(Collectors.summingLong(Transition::subjects));
    long all = looked.get(0).subjectsOfQuestion();
    return subjects == all
        ? "%d patients' changes taken back one by one".formatted(all)
        : "%d patients' changes taken back one by one, those of %d more not looked at"
            .formatted(subjects, all - subjects);
  }

  private static Result result(Row moved) {
    return new Result(
        moved.getAs(Operational.TABLE), moved.getAs(Refresh.ITEM), moved.getAs(Operational.COLUMN));
  }
}
