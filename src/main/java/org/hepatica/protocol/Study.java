package org.hepatica.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A study as protocol: who is in, what is compared, by which models. SQL is Spark SQL over the
 * columns of the table {@code subject}. Maps keep the file's order.
 *
 * <p>Only name and endpoints are mandatory. Sections that are left out are empty; further defaults
 * are named below. Labels and titles are the names where they are left out.
 *
 * @param name the study; the folder of its tables
 * @param title for people
 * @param centers whose data it takes when the run does not say
 * @param syntheticNotice whether the report says that the data are synthetic
 * @param published folder of the printed numbers, when there are any
 * @param quality the set of quality rules that its centres' rows are held against, when there is
 *     one
 * @param changes the set that says what is told of a night beside the one before, when there is one
 * @param period index operations from and to, inclusive; empty is any time
 * @param dataCutOff later events are censored here; empty is none
 * @param indexOperation how time zero is chosen; by default any margin, completing-stage
 * @param exposure the treatment compared, when there is one
 * @param perioperative further treatments around the operation, by name
 * @param gene the gene whose status is wanted, when there is one
 * @param eligibility the rules, in order; by default one that takes everybody
 * @param score the risk score, when there is one
 * @param endpoints by name
 * @param covariates by name
 * @param models in order
 * @param groupings by name
 * @param analyses in order
 * @param timesYears where survival is read off; by default 1, 3, 5
 * @param confidenceType of Kaplan-Meier: log (default), log-log, plain, logit, arcsin
 * @param followUpEndpoint endpoint whose reverse Kaplan-Meier is the follow-up
 * @param figures in order
 * @param recurrenceSites how first recurrences are classed, when wanted
 * @param table1 Table 1, when wanted
 */
public record Study(
    String name,
    String title,
    List<String> centers,
    boolean syntheticNotice,
    Optional<String> published,
    Optional<String> quality,
    Optional<String> changes,
    Optional<Period> period,
    Optional<LocalDate> dataCutOff,
    IndexOperation indexOperation,
    Optional<Exposure> exposure,
    Map<String, Perioperative> perioperative,
    Optional<Gene> gene,
    List<Rule> eligibility,
    Optional<Score> score,
    Map<String, Endpoint> endpoints,
    Map<String, Covariate> covariates,
    List<Model> models,
    Map<String, Grouping> groupings,
    List<Analysis> analyses,
    List<Double> timesYears,
    String confidenceType,
    Optional<String> followUpEndpoint,
    List<Figure> figures,
    Optional<RecurrenceSites> recurrenceSites,
    Optional<Table1> table1) {

  /** The same, with its gene where it lies, if that is known. */
  Study among(List<GeneLocus> genes) {
    return new Study(
        name,
        title,
        centers,
        syntheticNotice,
        published,
        quality,
        changes,
        period,
        dataCutOff,
        indexOperation,
        exposure,
        perioperative,
        gene.map(each -> each.among(genes)),
        eligibility,
        score,
        endpoints,
        covariates,
        models,
        groupings,
        analyses,
        timesYears,
        confidenceType,
        followUpEndpoint,
        figures,
        recurrenceSites,
        table1);
  }

  /** Days from and to, inclusive. */
  public record Period(LocalDate from, LocalDate to) {}

  /**
   * Margins that make a resection complete (none named: any), and whether time zero is the
   * completing stage.
   */
  public record IndexOperation(List<String> margins, String twoStage) {}

  /**
   * A treatment that exposes when it starts after the operation, within so many days; by default
   * the treatment of that name, within 120 days, before a recurrence.
   */
  public record Exposure(
      String name, String label, String treatment, int withinDays, boolean beforeRecurrence) {}

  /**
   * A treatment around the operation; by default the treatment of that name, from 180 days before
   * to 180 after, before a recurrence.
   */
  public record Perioperative(
      String name,
      String label,
      String treatment,
      int daysBefore,
      int daysAfter,
      boolean beforeRecurrence) {}

  /**
   * The gene and the policy from calls to status.
   *
   * @param symbol the gene
   * @param aliases its spellings; by default the symbol
   * @param codons codons whose protein-changing variants count
   * @param requiredCodons codons that a wild-type call must have interrogated
   * @param conflict any-mutated (default), latest, or precedence
   * @param precedence platforms, when conflict is precedence
   * @param somatic values of Mutation_Status that count as somatic, upper case; by default SOMATIC,
   *     UNKNOWN and the blank
   * @param minAlternateReads fewer do not make a variant accepted; absent reads do not count as
   *     few; default 5
   * @param minVariantFraction likewise, between 0 and 1; default 0.02
   * @param sequenomCalls grades of a Typer call that are calls: A, B, ...; default these two
   * @param changes of the protein that count at these codons, such as V600E; empty for every one.
   *     Who has another one has no status
   * @param expected how often its variants are expected; empty when the study does not say
   * @param locus where it lies; empty when no file of {@code conf/genes} says
   */
  public record Gene(
      String symbol,
      List<String> aliases,
      List<Integer> codons,
      List<Integer> requiredCodons,
      String conflict,
      List<String> precedence,
      List<String> somatic,
      int minAlternateReads,
      double minVariantFraction,
      List<String> sequenomCalls,
      List<String> changes,
      Optional<ExpectedVariants> expected,
      Optional<GeneLocus> locus) {

    /** Of a gene that is known by its variants' texts alone, of which every change counts. */
    public Gene(
        String symbol,
        List<String> aliases,
        List<Integer> codons,
        List<Integer> requiredCodons,
        String conflict,
        List<String> precedence,
        List<String> somatic,
        int minAlternateReads,
        double minVariantFraction,
        List<String> sequenomCalls) {
      this(
          symbol,
          aliases,
          codons,
          requiredCodons,
          conflict,
          precedence,
          somatic,
          minAlternateReads,
          minVariantFraction,
          sequenomCalls,
          List.of(),
          Optional.empty(),
          Optional.empty());
    }

    /** The same, where it lies, if it is one of these. */
    Gene among(List<GeneLocus> genes) {
      return genes.stream()
          .filter(place -> place.symbol().equals(symbol))
          .findFirst()
          .map(this::at)
          .orElse(this);
    }

    /** The same, where it lies on the genome. */
    public Gene at(GeneLocus place) {
      return new Gene(
          symbol,
          aliases,
          codons,
          requiredCodons,
          conflict,
          precedence,
          somatic,
          minAlternateReads,
          minVariantFraction,
          sequenomCalls,
          changes,
          expected,
          Optional.of(place));
    }
  }

  /**
   * What is known elsewhere of a gene's variants.
   *
   * @param citation where it is known from
   * @param shares by protein change, such as G12D: of mutated patients, 0-1, together 1 at most
   */
  public record ExpectedVariants(String citation, Map<String, Double> shares) {}

  /**
   * An eligibility rule.
   *
   * @param id kebab-case
   * @param label for the flow diagram
   * @param where SQL that eligible subjects satisfy; null counts as false
   * @param marks whether it only marks the analysis set inside the cohort (KRAS known)
   */
  public record Rule(String id, String label, String where, boolean marks) {}

  /** A sum of points, one a component. */
  public record Score(String name, String label, String citation, List<Component> components) {}

  /**
   * A point: either SQL ({@code when}), or a variable strictly above a number, censored values
   * deciding where they can.
   */
  public record Component(
      String name,
      String label,
      Optional<String> when,
      Optional<String> variable,
      Optional<Double> above) {}

  /** Its events: death, recurrence, liver-recurrence; competing ones likewise. */
  public record Endpoint(String name, String label, List<String> event, List<String> competing) {}

  /**
   * A covariate.
   *
   * @param name its name in results
   * @param label for people
   * @param value SQL: a truth, a number, or a text with levels
   * @param unit printed with the hazard ratio of a number; empty for others
   * @param levels of a text, the reference first; empty for truths and numbers
   * @param overlap no candidate of a multivariate model
   * @param published its name in the printed tables; by default its name
   */
  public record Covariate(
      String name,
      String label,
      String value,
      String unit,
      List<String> levels,
      boolean overlap,
      String published) {}

  /**
   * A table of univariate models and a multivariate one selected from them; by default with ties
   * efron, and 0.05 for entry and stay.
   */
  public record Model(
      String id,
      String table,
      String title,
      String endpoint,
      Optional<String> published,
      List<String> covariates,
      String ties,
      double entryP,
      double stayP) {}

  /** Groups of subjects: SQL and its levels with labels, in order. */
  public record Grouping(String name, String label, String value, Map<String, String> levels) {}

  /**
   * Curves, medians, survival at times and a log-rank test of an endpoint by groupings.
   *
   * @param endpoint the endpoint
   * @param by groupings, crossed; empty is everybody
   * @param hazardRatio covariate whose univariate hazard ratio is wanted
   * @param within groupings in each of whose levels the hazard ratio and log-rank are wanted too
   * @param interaction covariate whose interaction with hazardRatio is tested
   */
  public record Analysis(
      String endpoint,
      List<String> by,
      Optional<String> hazardRatio,
      List<String> within,
      Optional<String> interaction) {}

  /** A Kaplan-Meier figure; by default to 10 years. */
  public record Figure(
      String id, String title, String endpoint, List<String> by, double horizonYears) {}

  /**
   * How the first recurrence episode is classed; by default recurrences within 30 days are one, and
   * liver wins over lung over other.
   */
  public record RecurrenceSites(int windowDays, List<String> order, List<String> by) {}

  /** Table 1 and its rows. */
  public record Table1(String title, String by, List<Row> rows) {}

  /**
   * A row of Table 1.
   *
   * @param id its name in results
   * @param label for people
   * @param value SQL
   * @param show count (every level), yes (the true ones only), median-range, median-quartiles
   * @param levels of a count, with labels, in order
   * @param level name of the one level of {@code yes}; by default yes
   */
  public record Row(
      String id,
      String label,
      String value,
      String show,
      Map<String, String> levels,
      String level) {}
}
