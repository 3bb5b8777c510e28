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
    study.models().forEach(model -> add(model, cox, selection));
    tables.put(Results.COX, cox);
    tables.put(Results.SELECTION, selection);
    List<Row> ratios = new ArrayList<>();
    study.analyses().forEach(analysis -> add(analysis, ratios, cox));
    tables.put(Results.HAZARD_RATIO_BY_GROUP, ratios);
  }

  private void add(Study.Model model, List<Row> cox, List<Row> selection) {
    for (String covariate : model.covariates()) {
      cox.add(cox(model.endpoint(), "univariate", covariate, 640, 410));
    }
    List<String> start =
        model.covariates().stream().filter(c -> !study.covariates().get(c).overlap()).toList();
    int steps = Math.max(1, start.size() - 4);
    for (int step = 0; step < steps; step++) {
      List<String> left = start.subList(0, start.size() - step);
      for (int i = 0; i < left.size(); i++) {
        boolean removed = step + 1 < steps && i == left.size() - 1;
        selection.add(
            row(
                Results.SELECTION,
                model.endpoint(),
                step,
                left.get(i),
                602L,
                391L,
                removed ? 0.4 : 0.0005 + 0.01 * i,
                removed));
      }
    }
    for (String covariate : start.subList(0, start.size() - steps + 1)) {
      cox.add(cox(model.endpoint(), "multivariate", covariate, 602, 391));
      cox.add(cox(model.endpoint(), "multivariate refitted", covariate, 655, 420));
    }
  }

  private void add(Study.Analysis analysis, List<Row> ratios, List<Row> cox) {
    analysis.hazardRatio().ifPresent(term -> ratios(analysis, term, ratios));
    analysis
        .interaction()
        .ifPresent(
            with ->
                cox.add(
                    cox(
                        analysis.endpoint(),
                        "interaction",
                        analysis.hazardRatio().orElseThrow() + ":" + with,
                        674,
                        320)));
  }

  private void ratios(Study.Analysis analysis, String term, List<Row> ratios) {
    ratios.add(ratio(analysis.endpoint(), term, "", 674));
    for (String within : analysis.within()) {
      for (String level : study.groupings().get(within).levels().keySet()) {
        ratios.add(ratio(analysis.endpoint(), term, within + "=" + level, 337));
      }
    }
  }

  private Row ratio(String endpoint, String term, String within, long n) {
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
        null);
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
