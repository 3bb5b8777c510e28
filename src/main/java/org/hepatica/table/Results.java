package org.hepatica.table;

import static org.hepatica.table.Column.levels;
import static org.hepatica.table.Column.mandatory;
import static org.hepatica.table.Column.of;

import java.util.List;

/**
 * Tidy results of a study: each a Delta table and {@code results/<name>.csv}; rows of patients are
 * a table alone.
 */
public final class Results {

  public static final String ENDPOINT = "endpoint";
  public static final String BY = "by";
  public static final String WITHIN = "within";
  public static final String GROUP = "group";
  public static final String MODEL = "model";
  public static final String TERM = "term";
  public static final String LEVEL = "level";
  public static final String N = "n";
  public static final String EVENTS = "events";
  public static final String ESTIMATE = "estimate";
  public static final String STD_ERROR = "std_error";
  public static final String STATISTIC = "statistic";
  public static final String DF = "df";
  public static final String P_VALUE = "p_value";
  public static final String CONF_LOW = "conf_low";
  public static final String CONF_HIGH = "conf_high";
  public static final String HAZARD_RATIO = "hazard_ratio";
  public static final String HAZARD_RATIO_LOW = "hazard_ratio_low";
  public static final String HAZARD_RATIO_HIGH = "hazard_ratio_high";
  public static final String TIME_DAYS = "time_days";
  public static final String TIME_YEARS = "time_years";
  public static final String N_RISK = "n_risk";
  public static final String N_EVENT = "n_event";
  public static final String N_CENSOR = "n_censor";
  public static final String SURVIVAL = "survival";
  public static final String MEDIAN_YEARS = "median_years";
  public static final String NOTE = "note";
  public static final String VARIABLE = "variable";
  public static final String KIND = "kind";
  public static final String COUNT = "count";
  public static final String PERCENT = "percent";
  public static final String MEDIAN = "median";
  public static final String LOW = "low";
  public static final String HIGH = "high";
  public static final String MISSING = "missing";
  public static final String TEST = "test";
  public static final String STEP = "step";
  public static final String REMOVED = "removed";
  public static final String SITE = "site";
  public static final String MEASURE = "measure";
  public static final String OTHER_CODONS = "other_codons";
  public static final String VARIANTS_A = "variants_a";
  public static final String VARIANTS_B = "variants_b";
  public static final String YEAR = "year";
  public static final String TESTED = "tested";
  public static final String MUTATED = "mutated";
  public static final String SHARE = "share";
  public static final String VARIANT = "variant";
  public static final String PATIENTS = "patients";
  public static final String EXPECTED_SHARE = "expected_share";

  // How two platforms disagree on a patient
  public static final String ONLY_FIRST_MUTATED = "only first mutated";
  public static final String ONLY_SECOND_MUTATED = "only second mutated";
  public static final String AT_OTHER_CODONS = "other codons";

  public static final TableDefinition COX =
      cox("cox", "a term of a univariate or multivariate Cox model", "univariate, multivariate");

  /** The kept terms of a selection on all their complete cases, beside the selected model. */
  public static final TableDefinition COX_REFITTED =
      cox(
          "cox_refitted",
          "a term of the selected model, refitted on all its complete cases",
          "refitted");

  public static final TableDefinition SELECTION =
      result(
          "selection",
          "a covariate that a backward selection removed or kept",
          mandatory(ENDPOINT, Kind.TEXT, "endpoint"),
          mandatory(STEP, Kind.INTEGER, "order of the removals, from 1; the kept ones stand last"),
          mandatory(TERM, Kind.TEXT, "covariate"),
          mandatory(N, Kind.LONG, "complete cases of the starting model"),
          mandatory(EVENTS, Kind.LONG, "events among them"),
          of(P_VALUE, Kind.NUMBER, "Wald P of the covariate as a whole"),
          mandatory(REMOVED, Kind.BOOLEAN, "removed, or kept"));

  /** Curves, one row a distinct time of a group. {@code by} empty is everybody, group 'all'. */
  public static final TableDefinition KM =
      result(
          "km",
          "a step of a Kaplan-Meier curve",
          mandatory(ENDPOINT, Kind.TEXT, "endpoint"),
          mandatory(BY, Kind.TEXT, "groupings, joined by +; empty for all"),
          mandatory(GROUP, Kind.TEXT, "levels, joined by +; 'all' for all"),
          mandatory(TIME_DAYS, Kind.INTEGER, "days"),
          mandatory(N_RISK, Kind.LONG, "at risk just before"),
          mandatory(N_EVENT, Kind.LONG, "events"),
          mandatory(N_CENSOR, Kind.LONG, "censored"),
          mandatory(SURVIVAL, Kind.NUMBER, "survival after the time"),
          of(STD_ERROR, Kind.NUMBER, "Greenwood, of survival"),
          of(CONF_LOW, Kind.NUMBER, "95 %"),
          of(CONF_HIGH, Kind.NUMBER, "95 %"));

  public static final TableDefinition SURVIVAL_SUMMARY =
      result(
          "survival_summary",
          "a group's survival: n, events, median",
          mandatory(ENDPOINT, Kind.TEXT, "endpoint"),
          mandatory(BY, Kind.TEXT, "groupings, joined by +; empty for all"),
          mandatory(GROUP, Kind.TEXT, "levels, joined by +; 'all' for all"),
          mandatory(N, Kind.LONG, "patients"),
          mandatory(EVENTS, Kind.LONG, "events"),
          of(MEDIAN_YEARS, Kind.NUMBER, "median, years; null when not reached"),
          of(CONF_LOW, Kind.NUMBER, "95 %, years"),
          of(CONF_HIGH, Kind.NUMBER, "95 %, years"),
          of(NOTE, Kind.TEXT, "such as: median not reached"));

  public static final TableDefinition SURVIVAL_AT =
      result(
          "survival_at",
          "a group's survival at a time",
          mandatory(ENDPOINT, Kind.TEXT, "endpoint"),
          mandatory(BY, Kind.TEXT, "groupings, joined by +; empty for all"),
          mandatory(GROUP, Kind.TEXT, "levels, joined by +; 'all' for all"),
          mandatory(TIME_YEARS, Kind.NUMBER, "years"),
          mandatory(N_RISK, Kind.LONG, "at risk just before"),
          mandatory(SURVIVAL, Kind.NUMBER, "survival"),
          of(STD_ERROR, Kind.NUMBER, "Greenwood, of survival"),
          of(CONF_LOW, Kind.NUMBER, "95 %"),
          of(CONF_HIGH, Kind.NUMBER, "95 %"));

  public static final TableDefinition LOGRANK =
      result(
          "logrank",
          "a log-rank test",
          mandatory(ENDPOINT, Kind.TEXT, "endpoint"),
          mandatory(BY, Kind.TEXT, "groupings compared"),
          mandatory(WITHIN, Kind.TEXT, "the subgroup, such as kras=WT; empty for all"),
          mandatory(N, Kind.LONG, "patients"),
          of(STATISTIC, Kind.NUMBER, "chi-squared"),
          of(DF, Kind.INTEGER, "degrees of freedom"),
          of(P_VALUE, Kind.NUMBER, "P"),
          of(NOTE, Kind.TEXT, "why there is none"));

  /** Hazard ratios that an analysis names: whole cohort, and within each level of a grouping. */
  public static final TableDefinition HAZARD_RATIO_BY_GROUP =
      result(
          "hazard_ratio_by_group",
          "a univariate hazard ratio, in everybody or within a group",
          mandatory(ENDPOINT, Kind.TEXT, "endpoint"),
          mandatory(TERM, Kind.TEXT, "covariate"),
          mandatory(WITHIN, Kind.TEXT, "such as kras=WT; empty for all"),
          mandatory(N, Kind.LONG, "complete cases"),
          mandatory(EVENTS, Kind.LONG, "events"),
          of(HAZARD_RATIO, Kind.NUMBER, "hazard ratio"),
          of(HAZARD_RATIO_LOW, Kind.NUMBER, "95 %"),
          of(HAZARD_RATIO_HIGH, Kind.NUMBER, "95 %"),
          of(P_VALUE, Kind.NUMBER, "Wald P"),
          of(NOTE, Kind.TEXT, "interaction P, or why there is none"));

  public static final TableDefinition FOLLOW_UP =
      result(
          "follow_up",
          "a measure of follow-up",
          mandatory(MEASURE, Kind.TEXT, "reverse Kaplan-Meier, observed, survivors, maximum"),
          of(MEDIAN_YEARS, Kind.NUMBER, "years"),
          of(CONF_LOW, Kind.NUMBER, "95 %, years"),
          of(CONF_HIGH, Kind.NUMBER, "95 %, years"));

  public static final TableDefinition TABLE1 =
      result(
          "table1",
          "a cell of Table 1: a variable's level in a group",
          mandatory(STEP, Kind.INTEGER, "order of the row, from 1"),
          mandatory(VARIABLE, Kind.TEXT, "row id of the study"),
          mandatory(Gold.LABEL, Kind.TEXT, "row label"),
          mandatory(LEVEL, Kind.TEXT, "level; empty for continuous"),
          mandatory(KIND, Kind.TEXT, "count, median-range or median-quartiles"),
          mandatory(GROUP, Kind.TEXT, "level of the table's grouping; 'all' for everybody"),
          mandatory(N, Kind.LONG, "non-missing in the group"),
          mandatory(MISSING, Kind.LONG, "missing in the group"),
          of(COUNT, Kind.LONG, "of the level"),
          of(PERCENT, Kind.NUMBER, "of the non-missing, 0-100"),
          of(MEDIAN, Kind.NUMBER, "median"),
          of(LOW, Kind.NUMBER, "minimum or lower quartile"),
          of(HIGH, Kind.NUMBER, "maximum or upper quartile"),
          of(TEST, Kind.TEXT, "chi-squared, Fisher's exact or Wilcoxon"),
          of(P_VALUE, Kind.NUMBER, "P between the groups"));

  public static final TableDefinition RECURRENCE_SITE =
      result(
          "recurrence_site",
          "a site of first recurrence in a group",
          mandatory(SITE, Kind.TEXT, "liver, liver alone, liver with others, lung, other, any"),
          mandatory(BY, Kind.TEXT, "grouping; empty for all"),
          mandatory(GROUP, Kind.TEXT, "level; 'all' for all"),
          mandatory(COUNT, Kind.LONG, "patients"),
          mandatory(N, Kind.LONG, "patients in the group"),
          of(PERCENT, Kind.NUMBER, "0-100"),
          of(TEST, Kind.TEXT, "chi-squared or Fisher's exact"),
          of(P_VALUE, Kind.NUMBER, "P between the groups"));

  public static final TableDefinition CONCORDANCE =
      result(
          "concordance",
          "two platforms on patients that both tested",
          mandatory("platform_a", Kind.TEXT, "one platform"),
          mandatory("platform_b", Kind.TEXT, "the other"),
          mandatory("both_wild_type", Kind.LONG, "patients"),
          mandatory("only_a_mutated", Kind.LONG, "patients"),
          mandatory("only_b_mutated", Kind.LONG, "patients"),
          mandatory("both_mutated", Kind.LONG, "patients"),
          of("positive_agreement", Kind.NUMBER, "2 x both / calls of mutated, 0-1"),
          of("negative_agreement", Kind.NUMBER, "2 x both / calls of wild-type, 0-1"),
          of("kappa", Kind.NUMBER, "Cohen's kappa"),
          of(CONF_LOW, Kind.NUMBER, "95 % of kappa"),
          of(CONF_HIGH, Kind.NUMBER, "95 % of kappa"),
          of(
              OTHER_CODONS,
              Kind.LONG,
              "of both_mutated, patients mutated not at the same codons; null in rows that were"
                  + " written before there was this column"));

  /**
   * Patients who are counted in {@link #CONCORDANCE} and on whom the platforms disagree. Rows of
   * patients: not a file of {@code results/}, and never brought to the driver as a whole.
   */
  public static final TableDefinition DISCORDANT_PATIENT =
      new TableDefinition(
          "discordant_patient",
          Layer.RESULT,
          List.of(Registry.CENTER, Registry.PATIENT_ID, "platform_a", "platform_b"),
          List.of(
              mandatory(Registry.CENTER, Kind.TEXT, "the centre"),
              mandatory(Registry.PATIENT_ID, Kind.IDENTIFIER, "the patient"),
              mandatory("platform_a", Kind.TEXT, "one platform"),
              mandatory("platform_b", Kind.TEXT, "the other"),
              levels(
                      KIND,
                      "how they disagree; 'other codons': both mutated, but not at the same codons",
                      ONLY_FIRST_MUTATED,
                      ONLY_SECOND_MUTATED,
                      AT_OTHER_CODONS)
                  .required(),
              mandatory(Genomic.CODONS, Kind.INTEGERS, "that both looked at, ascending"),
              mandatory(VARIANTS_A, Kind.TEXTS, "accepted there by one platform, such as G12D"),
              mandatory(VARIANTS_B, Kind.TEXTS, "accepted there by the other")),
          "a patient and two platforms that tested the patient and disagree");

  public static final TableDefinition GENE_DRIFT =
      result(
          "gene_drift",
          "a platform's results of a calendar year",
          mandatory(Genomic.PLATFORM, Kind.TEXT, "the platform"),
          mandatory(YEAR, Kind.INTEGER, "of the results, by the assays' result_date"),
          mandatory(
              TESTED,
              Kind.LONG,
              "patients with a definite result: mutated, or wild-type at some codon without a"
                  + " variant in doubt; each once a platform and year"),
          mandatory(MUTATED, Kind.LONG, "of them"),
          mandatory(SHARE, Kind.NUMBER, "mutated / tested, 0-1"),
          mandatory(CONF_LOW, Kind.NUMBER, "95 %, Wilson"),
          mandatory(CONF_HIGH, Kind.NUMBER, "95 %, Wilson"),
          of(
              P_VALUE,
              Kind.NUMBER,
              "Fisher's exact, two-sided, against the platform's other years; null without any"));

  public static final TableDefinition CODON_SPECTRUM =
      result(
          "codon_spectrum",
          "a variant among the mutated patients of the cohort",
          mandatory(VARIANT, Kind.TEXT, "the variant, such as G12D"),
          of(Genomic.CODON, Kind.INTEGER, "its first codon"),
          mandatory(PATIENTS, Kind.LONG, "who have it; 0 for one that is expected alone"),
          mandatory(MUTATED, Kind.LONG, "mutated patients of the cohort, whatever the variant"),
          mandatory(SHARE, Kind.NUMBER, "patients / mutated, 0-1"),
          mandatory(CONF_LOW, Kind.NUMBER, "95 %, Wilson"),
          mandatory(CONF_HIGH, Kind.NUMBER, "95 %, Wilson"),
          of(EXPECTED_SHARE, Kind.NUMBER, "the study's expected share; null when it has none"));

  public static final TableDefinition GENE_STATE_COUNT =
      result(
          "gene_state_count",
          "patients of the cohort by state of the gene and deciding platform",
          mandatory(Genomic.GENE_STATE, Kind.TEXT, "one of the five states"),
          of(Genomic.DECIDING_PLATFORM, Kind.TEXT, "platform"),
          mandatory(COUNT, Kind.LONG, "patients"));

  /** Every printed number beside the pipeline's. */
  public static final TableDefinition PUBLISHED =
      result(
          "published",
          "a number of the paper beside the pipeline's",
          mandatory("source", Kind.TEXT, "file of the printed numbers"),
          mandatory("quantity", Kind.TEXT, "what it is"),
          of(GROUP, Kind.TEXT, "of whom"),
          of("printed", Kind.NUMBER, "as printed"),
          of("printed_low", Kind.NUMBER, "printed interval"),
          of("printed_high", Kind.NUMBER, "printed interval"),
          of("tolerance", Kind.NUMBER, "how far a reproduction may lie"),
          of("computed", Kind.NUMBER, "the pipeline's"),
          of("computed_low", Kind.NUMBER, "95 %"),
          of("computed_high", Kind.NUMBER, "95 %"),
          mandatory("verdict", Kind.TEXT, "agrees, differs, shown only, not computed"),
          of(NOTE, Kind.TEXT, "of the paper's data file"));

  /** What the program itself finds inconsistent in the printed numbers. */
  public static final TableDefinition INCONSISTENCY =
      result(
          "inconsistency",
          "a contradiction inside the printed numbers, found by computation",
          mandatory("source", Kind.TEXT, "file of the printed numbers"),
          mandatory("quantity", Kind.TEXT, "row"),
          mandatory(
              "check", Kind.TEXT, "percent against count, estimate against interval, P, sums"),
          mandatory("printed", Kind.TEXT, "what is printed"),
          mandatory("implied", Kind.TEXT, "what the rest of the row implies"));

  public static final List<TableDefinition> ALL =
      List.of(
          COX,
          COX_REFITTED,
          SELECTION,
          KM,
          SURVIVAL_SUMMARY,
          SURVIVAL_AT,
          LOGRANK,
          HAZARD_RATIO_BY_GROUP,
          FOLLOW_UP,
          TABLE1,
          RECURRENCE_SITE,
          CONCORDANCE,
          DISCORDANT_PATIENT,
          GENE_DRIFT,
          CODON_SPECTRUM,
          GENE_STATE_COUNT,
          PUBLISHED,
          INCONSISTENCY);

  private Results() {}

  private static TableDefinition result(String name, String meaning, Column... columns) {
    return new TableDefinition(name, Layer.RESULT, List.of(), List.of(columns), meaning);
  }

  private static TableDefinition cox(String name, String meaning, String models) {
    return result(
        name,
        meaning,
        mandatory(ENDPOINT, Kind.TEXT, "endpoint"),
        mandatory(MODEL, Kind.TEXT, models),
        mandatory(TERM, Kind.TEXT, "covariate of the study"),
        of(LEVEL, Kind.TEXT, "level against the reference, or the unit"),
        mandatory(N, Kind.LONG, "complete cases of the model"),
        mandatory(EVENTS, Kind.LONG, "events among them"),
        of(ESTIMATE, Kind.NUMBER, "log hazard ratio"),
        of(STD_ERROR, Kind.NUMBER, "its standard error"),
        of(STATISTIC, Kind.NUMBER, "Wald z"),
        of(P_VALUE, Kind.NUMBER, "Wald P, two-sided"),
        of(CONF_LOW, Kind.NUMBER, "95 % bound of the estimate"),
        of(CONF_HIGH, Kind.NUMBER, "95 % bound of the estimate"),
        of(HAZARD_RATIO, Kind.NUMBER, "exp(estimate)"),
        of(HAZARD_RATIO_LOW, Kind.NUMBER, "exp(conf_low)"),
        of(HAZARD_RATIO_HIGH, Kind.NUMBER, "exp(conf_high)"));
  }
}
