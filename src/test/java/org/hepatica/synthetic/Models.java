package org.hepatica.synthetic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.hepatica.survival.cox.BackwardSelection;
import org.hepatica.survival.cox.CoxCoefficient;
import org.hepatica.survival.cox.CoxData;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.SelectionResult;
import org.hepatica.survival.cox.Term;

/** The study's Cox models on a cohort, and what of them lies outside the printed intervals. */
final class Models {

  /** 13 univariate without age, and 5 multivariate in Table 2; 14 and 5 in Table 3. */
  static final int HAZARD_RATIOS = 37;

  private static final Set<String> OVERLAP =
      Set.of(
          "number_of_metastases",
          "node_positive",
          "disease_free_interval_lt_12_months",
          "solitary_metastasis",
          "synchronous",
          "largest_metastasis_cm",
          "two_stage_hepatectomy");

  private final Cohort cohort;
  private final boolean overall;
  private final Map<String, ToDoubleFunction<SyntheticPatient>> covariates =
      new HashMap<>(Cohort.COVARIATES);

  Models(Cohort cohort, boolean overall) {
    this.cohort = cohort;
    this.overall = overall;
    covariates.put(
        "largest_metastasis_cm",
        p -> overall ? Cohort.flag(p.largestCm() > 5) : p.largestCm().doubleValue());
  }

  CoxCoefficient univariate(String name) {
    return CoxRegression.withDefaults().fit(data(List.of(name))).coefficient(name);
  }

  Set<String> selected(String table) {
    return selection(table).kept().stream().map(Term::name).collect(Collectors.toSet());
  }

  /** The hazard ratios outside their intervals, univariate and multivariate. */
  List<String> outside(String table) {
    List<String> outside = new ArrayList<>();
    SelectionResult selection = selection(table);
    List<String> kept = selection.kept().stream().map(Term::name).toList();
    for (Map<String, String> row : Cohort.published(table)) {
      String name = row.get("variable");
      if (overall || !name.equals("age")) {
        add(outside, univariate(name), row.get("lo_uni"), row.get("hi_uni"));
      }
      if (kept.contains(name) && !row.get("lo_multi").isEmpty()) {
        // printed 0.27, which the point and its P contradict; read as 1.27
        boolean misprint = !overall && name.equals("extrahepatic_disease");
        String low = misprint ? "1.27" : row.get("lo_multi");
        add(outside, selection.fit().coefficient(name), low, row.get("hi_multi"));
      } else if (kept.contains(name) || !row.get("lo_multi").isEmpty()) {
        outside.add("selection of " + name);
      }
    }
    return outside;
  }

  private static void add(List<String> outside, CoxCoefficient found, String low, String high) {
    double ratio = found.estimate().orElseThrow().hazardRatio();
    if (ratio < Double.parseDouble(low) || ratio > Double.parseDouble(high)) {
      outside.add(found.name() + " " + ratio);
    }
  }

  private SelectionResult selection(String table) {
    List<String> candidates =
        Cohort.published(table).stream()
            .map(row -> row.get("variable"))
            .filter(name -> !OVERLAP.contains(name))
            .filter(name -> univariate(name).estimate().orElseThrow().pValue() < .05)
            .toList();
    return BackwardSelection.withDefaults()
        .select(data(candidates), candidates.stream().map(Term::of).toList());
  }

  /** Complete cases of the named covariates. */
  private CoxData data(List<String> names) {
    List<SyntheticPatient> complete =
        cohort.patients().stream()
            .filter(
                p ->
                    names.stream()
                        .noneMatch(name -> Double.isNaN(covariates.get(name).applyAsDouble(p))))
            .toList();
    double[][] rows =
        complete.stream()
            .map(p -> names.stream().mapToDouble(n -> covariates.get(n).applyAsDouble(p)).toArray())
            .toArray(double[][]::new);
    Cohort known = new Cohort(complete);
    return CoxData.of(known.time(overall), known.event(overall), rows, names);
  }
}
