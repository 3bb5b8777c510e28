package org.hepatica.report;

import static org.hepatica.report.MadeUpStudy.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.table.Results;
import org.hepatica.table.TableDefinition;

/** Cox models, selection, hazard ratios by group; from a fixed seed. */
final class MadeUpModels {

  private final Study study;
  private final Random random = new Random(7);

  MadeUpModels(Study study) {
    this.study = study;
  }

  void addTo(Map<TableDefinition, List<Row>> tables) {
    List<Row> cox = new ArrayList<>();
    List<Row> selection = new ArrayList<>();
    List<Row> refitted = new ArrayList<>();
    study.models().forEach(model -> add(model, cox, selection, refitted));
    tables.put(Results.COX, cox);
    tables.put(Results.COX_REFITTED, refitted);
    tables.put(Results.SELECTION, selection);
    List<Row> ratios = new ArrayList<>();
    study.analyses().forEach(analysis -> add(analysis, ratios));
    tables.put(Results.HAZARD_RATIO_BY_GROUP, ratios);
  }

  private void add(Study.Model model, List<Row> cox, List<Row> selection, List<Row> refitted) {
    for (String covariate : model.covariates()) {
      cox.add(cox(model.endpoint(), "univariate", covariate, 640, 410));
    }
    List<String> start =
        model.covariates().stream().filter(c -> !study.covariates().get(c).overlap()).toList();
    List<String> kept = start.subList(0, Math.max(1, start.size() - 3));
    int step = 0;
    for (int i = start.size() - 1; i >= kept.size(); i--) {
      selection.add(selected(model, ++step, start.get(i), 0.5 / step, true));
    }
    for (String covariate : kept) {
      selection.add(selected(model, step + 1, covariate, 0.004, false));
      cox.add(cox(model.endpoint(), "multivariate", covariate, 602, 391));
      refitted.add(cox(model.endpoint(), "refitted", covariate, 655, 420));
    }
  }

  private static Row selected(
      Study.Model model, int step, String covariate, double p, boolean removed) {
    return row(Results.SELECTION, model.endpoint(), step, covariate, 602L, 391L, p, removed);
  }

  private void add(Study.Analysis analysis, List<Row> ratios) {
    analysis.hazardRatio().ifPresent(term -> ratios(analysis, term, ratios));
  }

  private void ratios(Study.Analysis analysis, String term, List<Row> ratios) {
    String note =
        analysis.interaction().map(with -> "interaction with " + with + ": P = 0.87").orElse(null);
    ratios.add(ratio(analysis.endpoint(), term, "", 674, note));
    for (String within : analysis.within()) {
      for (String level : study.groupings().get(within).levels().keySet()) {
        ratios.add(ratio(analysis.endpoint(), term, within + "=" + level, 337, null));
      }
    }
  }

  private Row ratio(String endpoint, String term, String within, long n, String note) {
    double log = -0.6 + 0.2 * random.nextGaussian();
    double error = 3 / Math.sqrt(n);
    return row(
        Results.HAZARD_RATIO_BY_GROUP,
        endpoint,
        term,
        within,
        n,
        n / 2,
        Math.exp(log),
        Math.exp(log - 1.96 * error),
        Math.exp(log + 1.96 * error),
        0.0004,
        note);
  }

  private Row cox(String endpoint, String model, String term, long n, long events) {
    boolean unit =
        study.covariates().containsKey(term) && !study.covariates().get(term).unit().isEmpty();
    double log = (unit ? 0.05 : 0.5) * (1 + random.nextGaussian());
    double error = unit ? 0.02 : 0.12 + 0.1 * random.nextDouble();
    double low = log - 1.96 * error;
    double high = log + 1.96 * error;
    return row(
        Results.COX,
        endpoint,
        model,
        term,
        "",
        n,
        events,
        log,
        error,
        log / error,
        Math.exp(-Math.abs(log / error) * 1.5),
        low,
        high,
        Math.exp(log),
        Math.exp(low),
        Math.exp(high));
  }
}
