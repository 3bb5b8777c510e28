package org.hepatica.ml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.formula.Formula;
import org.hepatica.formula.GroupTerms;
import org.hepatica.formula.Groups;
import org.hepatica.formula.NumberUse;
import org.hepatica.formula.Schema;
import org.hepatica.ml.collapse.Limits;
import org.hepatica.survival.KaplanMeier;
import org.hepatica.survival.LogRank;
import org.hepatica.survival.SurvivalCurve;
import org.hepatica.survival.competing.AalenJohansen;
import org.hepatica.survival.competing.FineGray;
import org.hepatica.survival.competing.GrayTest;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.ElasticNet;
import org.hepatica.survival.cox.ProportionalHazardsTest;
import org.hepatica.survival.cox.StepwiseSelection;

/**
 * Survival analysis of a dataset, exact whatever its size and partitioning:
 *
 * <pre>{@code
 * Survival.of(patients).formula("Surv(days, died) ~ hai + strata(center)").logrank(LogRank.withDefaults());
 * Survival.of(patients).time("days").event("died").by("hai", "kras").km(KaplanMeier.withDefaults());
 * }</pre>
 *
 * <p>Immutable. Rows with a missing value in a used column are left out and counted, as R does.
 */
public final class Survival {

  private final Dataset<Row> data;
  private final String formula;
  private final String time;
  private final String event;
  private final RowMeaning meaning;
  private final Limits limits;
  private final Optional<ProportionalHazardsTest> zph;
  private final boolean concordance;

  private Survival(
      Dataset<Row> data,
      String formula,
      String time,
      String event,
      RowMeaning meaning,
      Limits limits,
      Optional<ProportionalHazardsTest> zph,
      boolean concordance) {
    this.data = data;
    this.formula = formula;
    this.time = time;
    this.event = event;
    this.meaning = meaning;
    this.limits = limits;
    this.zph = zph;
    this.concordance = concordance;
  }

  /** Of a dataset's rows, each a subject. */
  public static Survival of(Dataset<Row> data) {
    return new Survival(
        data, null, null, null, RowMeaning.plain(), Limits.withDefaults(), Optional.empty(), true);
  }

  /** By R's formula: {@code Surv(time, event) ~ x}. */
  public Survival formula(String text) {
    return new Survival(data, text, time, event, meaning, limits, zph, concordance);
  }

  /** With follow-up in a column. */
  public Survival time(String column) {
    return new Survival(data, formula, quoted(column), event, meaning, limits, zph, concordance);
  }

  /** With the status in a column: 0 or 1, 1 or 2, true or false. */
  public Survival event(String column) {
    return new Survival(data, formula, time, quoted(column), meaning, limits, zph, concordance);
  }

  /** With columns on the right of the formula. */
  public Survival by(String... columns) {
    String right =
        columns.length == 0
            ? "1"
            : Stream.of(columns).map(Survival::quoted).collect(Collectors.joining(" + "));
    return formula("Surv(%s, %s) ~ %s".formatted(time, event, right));
  }

  /**
   * With a column that says how many identical subjects a row stands for.
   *
   * @throws IllegalArgumentException if it is none, or not of numbers
   */
  public Survival frequency(String column) {
    schema().requireNumber("frequency", column);
    return new Survival(
        data, formula, time, event, meaning.withFrequency(column), limits, zph, concordance);
  }

  /**
   * With a column of case weights, which are no numbers of subjects: R's {@code weights}. Where one
   * is fractional the variance is robust. For curves and Cox models.
   *
   * @throws IllegalArgumentException if it is none, or not of numbers
   */
  public Survival weights(String column) {
    schema().requireNumber("weight", column);
    return new Survival(
        data, formula, time, event, meaning.withWeight(column), limits, zph, concordance);
  }

  /** With other limits to what is collapsed to counts. */
  public Survival limits(Limits newLimits) {
    return new Survival(data, formula, time, event, meaning, newLimits, zph, concordance);
  }

  /** With a test of proportional hazards beside a Cox model: R's {@code cox.zph}. */
  public Survival with(ProportionalHazardsTest test) {
    return new Survival(
        data, formula, time, event, meaning, limits, Optional.of(test), concordance);
  }

  /** Without the concordance of Cox models: it costs about as much as the model. */
  public Survival withoutConcordance() {
    return new Survival(data, formula, time, event, meaning, limits, zph, false);
  }

  private static String quoted(String column) {
    return "`" + column + "`";
  }

  /**
   * Which columns the formula takes for numbers.
   *
   * @throws org.hepatica.formula.FormulaException if the dataset lacks one, or Spark cannot compute
   *     an argument of {@code Surv()}
   */
  public NumberUse numbers() {
    return parsed().numbers(schema());
  }

  /**
   * Kaplan-Meier curves of the groups that the right side makes. With case weights, clusters or
   * late entries as R's {@code survfit}.
   */
  public Curves km(KaplanMeier options) {
    Grouped grouped = ofCurves();
    return grouped.curves(grouped.tally, options);
  }

  /**
   * How long subjects were followed: the reverse Kaplan-Meier curves of the groups, whose event is
   * to be censored.
   */
  public Curves followUp(KaplanMeier options) {
    Grouped grouped = ofCurves();
    return grouped.curves(grouped.tally.reversed(), options);
  }

  private Grouped ofCurves() {
    Formula parsed = parsed();
    return grouped(parsed, parsed.curves(schema()));
  }

  /** The log-rank test, or of its families, between the groups, within strata. */
  public Comparison logrank(LogRank options) {
    return counted().logrank(options);
  }

  /**
   * The groups, counted once for several tests.
   *
   * @throws IllegalArgumentException if rows have case weights or clusters, which these tests do
   *     not know
   */
  public CountedGroups counted() {
    Formula parsed = parsed();
    GroupTerms terms = parsed.comparison(schema());
    if (meaning.weight().isPresent() || terms.cluster().isPresent()) {
      throw new IllegalArgumentException(
          "log-rank tests know no case weights and no cluster(), as R's survdiff; a Cox model of"
              + " the groups does, with a robust Wald test");
    }
    Grouped grouped = grouped(parsed, terms);
    return new CountedGroups(
        grouped.tally.present().stream().map(g -> grouped.groups.groups().name(g)).toList(),
        grouped.tally.counts(),
        grouped.missing);
  }

  /** Cox's model of the right side's columns. */
  public Model cox(CoxRegression options) {
    Subjects subjects = Subjects.of(data, parsed(), meaning, limits);
    return new Wanted(zph, concordance).fit(subjects, options);
  }

  /**
   * Cumulative incidence of every cause in the groups that the right side makes, and Gray's test
   * between them, within strata: R's {@code cmprsk::cuminc}. The status is the cause: 0 censored, 1
   * the cause of interest, other whole numbers competing.
   *
   * @throws IllegalArgumentException if the causes are others, or nobody has cause 1
   */
  public CompetingCurves cuminc(AalenJohansen options, GrayTest test) {
    return new CompetingRisks(data, parsed(), meaning, limits).curves(options, test);
  }

  /**
   * Fine and Gray's model of the subdistribution hazard of cause 1: R's {@code cmprsk::crr}. The
   * status is the cause, as in {@link #cuminc}.
   *
   * @throws IllegalArgumentException if the causes are others, nobody has cause 1, or the right
   *     side has what the model has not: strata, clusters, offsets
   */
  public SubdistributionModel fineGray(FineGray options) {
    return new SubdistributionRegression(data, parsed(), meaning, limits).fit(options);
  }

  /**
   * Cox's model of the right side's columns with an elastic net.
   *
   * @param options the net
   * @param regParams strengths of the penalty, at least 0; descending is fastest
   * @return one model a strength, in the same order, of subjects reduced once
   */
  public List<PenalisedModel> elasticNet(ElasticNet options, double... regParams) {
    Subjects subjects = Subjects.of(data, parsed(), meaning, limits);
    return new PenalisedFit(subjects, options, regParams).models(concordance);
  }

  /**
   * Cox's model of those terms of the right side that a selection keeps; strata, offsets and
   * clusters stay. All models are of the rows that are complete in all terms.
   */
  public Selected select(StepwiseSelection options) {
    Subjects subjects = Subjects.of(data, parsed(), meaning, limits);
    return new SelectedFit(subjects, options, new Wanted(zph, concordance)).selected();
  }

  private record Grouped(Tally tally, Groups groups, long missing) {

    Curves curves(Tally asked, KaplanMeier options) {
      List<SurvivalCurve> curves = asked.curves(options);
      List<Integer> present = asked.present();
      return new Curves(
          IntStream.range(0, present.size())
              .mapToObj(g -> new GroupCurve(groups.groups().name(present.get(g)), curves.get(g)))
              .toList(),
          asked.hasLateEntries(),
          missing);
    }
  }

  private Grouped grouped(Formula parsed, GroupTerms terms) {
    RowMeaning rowMeaning = meaning.withCluster(terms.cluster());
    Frame frame = Frame.of(data, parsed.response(), rowMeaning.after(terms.columns()));
    GroupedSubjects grouped =
        GroupedSubjects.of(data, frame, terms, rowMeaning, Collapsed.of(frame, limits));
    Tally tally = Tally.of(grouped.counts());
    if (tally.present().isEmpty()) {
      throw Refusal.nobody();
    }
    return new Grouped(tally, grouped.groups(), grouped.counts().missing() + tally.empty());
  }

  private Formula parsed() {
    if (formula == null) {
      throw new IllegalStateException("say formula(...), or time(...).event(...).by(...)");
    }
    Formula parsed = Formula.parse(formula);
    SqlArguments.check(data, parsed);
    return parsed;
  }

  private Schema schema() {
    return Schemas.of(data.schema());
  }
}
