package org.hepatica.transform.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study.Covariate;
import org.hepatica.protocol.Study.Model;
import org.hepatica.survival.WaldEstimate;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.Ties;
import org.hepatica.table.Results;
import org.hepatica.table.TableDefinition;
import org.hepatica.transform.survival.CurveStatistics.Within;
import org.hepatica.transform.survival.Statistic.Result;
import org.hepatica.transform.survival.Statistic.Value;

/**
 * Hazard ratios as functions of counts, from the rows that they fill. A selected model is that of
 * the covariates it has now, on the complete cases from which they were selected.
 */
final class ModelStatistics {

  private final Questions questions;
  private final Map<TableDefinition, List<Row>> results;

  ModelStatistics(Questions questions, Map<TableDefinition, List<Row>> results) {
    this.questions = questions;
    this.results = results;
  }

  /** The hazard ratio of an analysis, within a level of a grouping or in all. */
  Statistic within(Result result, Row row) {
    Covariate covariate = covariate(row.getAs(Results.TERM));
    Optional<Within> within = Within.of(row.getAs(Results.WITHIN), questions.study());
    List<Integer> places = new ArrayList<>(List.of(questions.covariate(covariate)));
    List<Value> values = new ArrayList<>(List.of(value(covariate)));
    within.ifPresent(
        one -> {
          places.add(questions.grouping(one.grouping().name()));
          values.add(Within.value(one.grouping()));
        });
    Design design = Design.of(List.of(covariate));
    return new Statistic(
        result,
        questions.askForModel(row.getAs(Results.ENDPOINT), places),
        values,
        cells ->
            hazardRatio(
                CoxRegression.withDefaults(),
                design,
                design.names().get(0),
                within.map(one -> cells.where(1, one.level())).orElse(cells)));
  }

  /** The hazard ratio of a term of a study's model. */
  Statistic term(Result result, Row row) {
    String endpoint = row.getAs(Results.ENDPOINT);
    Covariate covariate = covariate(row.getAs(Results.TERM));
    boolean univariate = row.getAs(Results.MODEL).equals(ModelAnalysis.UNIVARIATE);
    List<Covariate> kept = univariate ? List.of(covariate) : kept(endpoint);
    boolean selected = row.getAs(Results.MODEL).equals(ModelAnalysis.MULTIVARIATE);
    List<Covariate> asked = selected ? candidates(endpoint) : kept;
    int[] places = kept.stream().mapToInt(asked::indexOf).toArray();
    Design design = Design.of(kept);
    String column = column(covariate, row.getAs(Results.LEVEL));
    CoxRegression regression = regression(endpoint);
    return new Statistic(
        result,
        questions.askForModel(endpoint, questions.covariates(asked)),
        asked.stream().map(ModelStatistics::value).toList(),
        cells -> hazardRatio(regression, design, column, cells.of(places)));
  }

  private static double hazardRatio(
      CoxRegression regression, Design design, String column, Cells cells) {
    return cells.isEmpty()
        ? Double.NaN
        : regression
            .fit(cells.cox(design))
            .coefficient(column)
            .estimate()
            .map(WaldEstimate::hazardRatio)
            .orElse(Double.NaN);
  }

  private Covariate covariate(String name) {
    return questions.study().covariates().get(name);
  }

  private static Value value(Covariate covariate) {
    return new Value(covariate.name(), covariate.levels());
  }

  private static String column(Covariate covariate, String level) {
    List<String> columns = Design.of(List.of(covariate)).names();
    return IntStream.range(0, columns.size())
        .filter(column -> Objects.equals(Design.level(covariate, column), level))
        .mapToObj(columns::get)
        .findFirst()
        .orElseThrow();
  }

  /** The covariates from which the endpoint's model was selected, in the study's order. */
  private List<Covariate> candidates(String endpoint) {
    return ordered(endpoint, terms(Results.SELECTION, endpoint));
  }

  /** The covariates that it kept. */
  private List<Covariate> kept(String endpoint) {
    return ordered(
        endpoint,
        terms(Results.SELECTION, endpoint).filter(row -> !row.<Boolean>getAs(Results.REMOVED)));
  }

  private Stream<Row> terms(TableDefinition table, String endpoint) {
    return results.getOrDefault(table, List.of()).stream()
        .filter(row -> row.getAs(Results.ENDPOINT).equals(endpoint));
  }

  private List<Covariate> ordered(String endpoint, Stream<Row> rows) {
    List<String> names = rows.map(row -> row.<String>getAs(Results.TERM)).toList();
    return model(endpoint).covariates().stream()
        .filter(names::contains)
        .map(this::covariate)
        .toList();
  }

  private CoxRegression regression(String endpoint) {
    return CoxRegression.withDefaults()
        .with(Ties.valueOf(model(endpoint).ties().toUpperCase(Locale.ROOT)));
  }

  private Model model(String endpoint) {
    return questions.study().models().stream()
        .filter(model -> model.endpoint().equals(endpoint))
        .findFirst()
        .orElseThrow();
  }
}
