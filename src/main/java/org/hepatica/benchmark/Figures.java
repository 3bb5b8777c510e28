package org.hepatica.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hepatica.ml.Comparison;
import org.hepatica.ml.Curves;
import org.hepatica.ml.GroupCurve;
import org.hepatica.ml.Model;
import org.hepatica.survival.SurvivalPoint;
import org.hepatica.survival.cox.CoxCoefficient;

/** The numbers of a result that are held against R's, by names that both use. */
final class Figures {

  private static final String CONCORDANCE = "concordance";

  private static final String ERROR_OF = "error of ";
  private static final int[] DAYS = {365, 1825, 3650};

  private Figures() {}

  /** Whether a figure is of the concordance. */
  static boolean isOfConcordance(String figure) {
    return figure.endsWith(CONCORDANCE);
  }

  /** Of each group survival at one, five and ten years, and its standard error. */
  static Map<String, Double> of(Curves curves) {
    Map<String, Double> figures = new LinkedHashMap<>();
    for (GroupCurve group : curves.groups()) {
      for (int day : DAYS) {
        String name = group.group() + " at " + day;
        group.curve().at(day).ifPresent(point -> put(figures, name, point));
      }
    }
    return figures;
  }

  private static void put(Map<String, Double> figures, String name, SurvivalPoint point) {
    figures.put(name, point.survival());
    point.stdError().ifPresent(error -> figures.put(ERROR_OF + name, error));
  }

  /** Chi-squared and each group's expected events. */
  static Map<String, Double> of(Comparison comparison) {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("chi-squared", comparison.test().statistic());
    for (int g = 0; g < comparison.groups().size(); g++) {
      figures.put("expected " + comparison.groups().get(g), comparison.test().expected().get(g));
    }
    return figures;
  }

  /** Each column's coefficient and standard error, and the concordance's when there is one. */
  static Map<String, Double> of(Model model) {
    Map<String, Double> figures = new LinkedHashMap<>();
    for (CoxCoefficient term : model.fit().coefficients()) {
      term.estimate()
          .ifPresent(
              wald -> {
                figures.put(term.name(), wald.coefficient());
                figures.put(ERROR_OF + term.name(), wald.stdError());
              });
    }
    model
        .concordance()
        .ifPresent(
            c -> {
              figures.put(CONCORDANCE, c.estimate());
              figures.put(ERROR_OF + CONCORDANCE, c.stdError());
            });
    return figures;
  }
}
