package org.hepatica.transform.survival;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.protocol.Study.Analysis;
import org.hepatica.table.Gold;
import org.hepatica.table.Results;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;

/**
 * All analyses of a study, in three scans of the analysis set: everything that is known to be
 * asked; then the starting models of the selections; then the refits of what they kept.
 */
public final class Analyses {

  /** The tables that {@link #run} fills, each with rows or none. */
  public static final List<TableDefinition> TABLES =
      List.of(
          Results.COX,
          Results.COX_REFITTED,
          Results.SELECTION,
          Results.KM,
          Results.SURVIVAL_SUMMARY,
          Results.SURVIVAL_AT,
          Results.LOGRANK,
          Results.HAZARD_RATIO_BY_GROUP,
          Results.FOLLOW_UP,
          Results.TABLE1,
          Results.RECURRENCE_SITE);

  /** Cells beyond which a model's subjects are not counted but passed over. */
  private static final int MOST_CELLS = 1 << 17;

  private final Questions questions;
  private final List<CurveAnalysis> curves = new ArrayList<>();
  private final List<HazardRatioAnalysis> hazardRatios = new ArrayList<>();
  private final List<ModelAnalysis> models = new ArrayList<>();
  private final List<FollowUpAnalysis> followUp = new ArrayList<>();
  private final List<Table1Analysis> table1 = new ArrayList<>();
  private final List<RecurrenceSiteAnalysis> sites = new ArrayList<>();

  /**
   * What came of them.
   *
   * @param results rows by table, of every table of {@link #TABLES}
   * @param cells what is to be kept of the counts
   */
  public record Analysed(Map<TableDefinition, List<Row>> results, CellChanges cells) {}

  private Analyses(Study study, int mostCells) {
    this(new Questions(study, mostCells));
  }

  private Analyses(Questions questions) {
    this.questions = questions;
    Study study = questions.study();
    for (Curve curve : wantedCurves(study)) {
      curves.add(new CurveAnalysis(questions, curve.endpoint(), curve.by()));
    }
    for (Analysis analysis : study.analyses()) {
      if (analysis.hazardRatio().isPresent()) {
        hazardRatios.add(new HazardRatioAnalysis(questions, analysis));
      }
    }
    study.models().forEach(model -> models.add(new ModelAnalysis(questions, model)));
    study.followUpEndpoint().ifPresent(e -> followUp.add(new FollowUpAnalysis(questions, e)));
    study.table1().ifPresent(table -> table1.add(new Table1Analysis(questions, table)));
    study.recurrenceSites().ifPresent(s -> sites.add(new RecurrenceSiteAnalysis(questions, s)));
  }

  private record Curve(String endpoint, List<String> by) {}

  /** Curves of analyses and figures, each once. */
  private static Set<Curve> wantedCurves(Study study) {
    Set<Curve> wanted = new LinkedHashSet<>();
    study.analyses().forEach(a -> wanted.add(new Curve(a.endpoint(), a.by())));
    study.figures().forEach(f -> wanted.add(new Curve(f.endpoint(), f.by())));
    return wanted;
  }

  /**
   * Runs them.
   *
   * @param tables gives {@code subject} and {@code time_to_event}
   * @param study the protocol
   * @return rows by table, of every table of {@link #TABLES}
   */
  public static Map<TableDefinition, List<Row>> run(Tables tables, Study study) {
    return run(tables, study, MOST_CELLS);
  }

  /**
   * The same, from counts that are kept as far as there are any.
   *
   * @param settle writes an intermediate dataset down under a name and reads it back
   */
  public static Analysed run(
      Tables tables,
      Study study,
      KeptCells kept,
      BiFunction<String, Dataset<Row>, Dataset<Row>> settle) {
    return run(tables, study, MOST_CELLS, kept, settle);
  }

  /** The same with another bound to what is counted for a model. */
  static Analysed run(
      Tables tables,
      Study study,
      int mostCells,
      KeptCells kept,
      BiFunction<String, Dataset<Row>, Dataset<Row>> settle) {
    Analyses analyses = new Analyses(new Questions(study, mostCells, kept, settle));
    Map<TableDefinition, List<Row>> results = analyses.run(tables);
    return new Analysed(results, analyses.questions.changes());
  }

  /** The same with another bound to what is counted for a model. */
  static Map<TableDefinition, List<Row>> run(Tables tables, Study study, int mostCells) {
    return new Analyses(study, mostCells).run(tables);
  }

  /**
   * Texts in the analysis set that are none of the levels which the study names for them.
   *
   * @param tables gives {@code subject}
   * @param study the protocol
   */
  public static List<UnknownLevel> unknownLevels(Tables tables, Study study) {
    return CellCollector.unknownLevels(
        tables.read(Gold.SUBJECT).where(Gold.IN_ANALYSIS),
        new Analyses(study, MOST_CELLS).questions.levels());
  }

  /** How many subjects satisfy each SQL condition, by its key. */
  public static Map<String, Long> counts(Tables tables, Map<String, String> conditions) {
    return CellCollector.counts(tables.read(Gold.SUBJECT), conditions);
  }

  private Map<TableDefinition, List<Row>> run(Tables tables) {
    ResultRows rows = new ResultRows();
    questions.answer(tables);
    curves.forEach(curve -> curve.write(rows));
    hazardRatios.forEach(hazardRatio -> hazardRatio.write(rows));
    followUp.forEach(measure -> measure.write(rows));
    table1.forEach(table -> table.write(rows));
    sites.forEach(site -> site.write(rows));
    models.forEach(model -> model.univariate(rows));
    questions.answer(tables);
    models.forEach(model -> model.multivariate(rows));
    questions.answer(tables);
    models.forEach(model -> model.refitted(rows));
    return rows.all(TABLES);
  }
}
