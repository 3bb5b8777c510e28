package org.hepatica.ml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hepatica.formula.MatrixColumn;
import org.hepatica.ml.direct.DirectSource;
import org.hepatica.survival.cox.Concordance;
import org.hepatica.survival.cox.ConcordanceResult;
import org.hepatica.survival.cox.CoxData;
import org.hepatica.survival.cox.CoxFit;
import org.hepatica.survival.cox.ProportionalHazardsResult;
import org.hepatica.survival.cox.ProportionalHazardsTest;
import org.hepatica.survival.cox.StepwiseResult;
import org.hepatica.survival.cox.StepwiseSelection;
import org.hepatica.survival.cox.Term;

/** A selection among the terms of a formula; strata, offsets and clusters stay. */
final class SelectedFit {

  private final Subjects subjects;
  private final StepwiseSelection options;
  private final Optional<ProportionalHazardsTest> zph;
  private final boolean concordance;

  SelectedFit(
      Subjects subjects,
      StepwiseSelection options,
      Optional<ProportionalHazardsTest> zph,
      boolean concordance) {
    this.subjects = subjects;
    this.options = options;
    this.zph = zph;
    this.concordance = concordance;
  }

  Selected selected() {
    return subjects.counted().map(this::counted).orElseGet(this::direct);
  }

  private Selected counted(Subjects.Counted counted) {
    StepwiseResult result = options.select(counted.data(), terms());
    List<MatrixColumn> columns = kept(result);
    CoxData data = counted.data().select(columns.stream().map(MatrixColumn::name).toList());
    CoxFit fit = result.fit();
    Optional<ConcordanceResult> ordered =
        concordance ? Concordance.withDefaults().of(data, fit) : Optional.empty();
    return new Selected(
        new Model(
            fit,
            columns,
            ordered,
            zph.flatMap(test -> test.test(data, fit, Model.terms(columns))),
            Model.Path.COLLAPSED,
            counted.missing()),
        result,
        subjects.terms().written(),
        staying());
  }

  private Selected direct() {
    try (DirectSource source = subjects.source(options.regression().ties())) {
      StepwiseResult result = options.select(source, terms());
      CoxFit fit = result.fit();
      List<MatrixColumn> columns = kept(result);
      Optional<ConcordanceResult> ordered =
          concordance ? source.concordance(fit) : Optional.empty();
      Optional<ProportionalHazardsResult> tested =
          fit.covariance().names().isEmpty()
              ? Optional.empty()
              : zph.map(test -> test.test(fit, Model.terms(columns), source.moments(fit, test)));
      return new Selected(
          new Model(fit, columns, ordered, tested, Model.Path.DIRECT, source.missing()),
          result,
          subjects.terms().written(),
          staying());
    }
  }

  private List<String> staying() {
    List<String> labels = subjects.terms().labels();
    return subjects.terms().written().stream().filter(l -> !labels.contains(l)).toList();
  }

  private List<MatrixColumn> kept(StepwiseResult result) {
    List<String> names = result.fit().coefficients().stream().map(c -> c.name()).toList();
    return subjects.matrix().columns().stream()
        .filter(column -> names.contains(column.name()))
        .toList();
  }

  /** The formula's terms, each with what it is a product of. */
  private List<Term> terms() {
    Map<Integer, List<String>> columns = new LinkedHashMap<>();
    subjects
        .matrix()
        .columns()
        .forEach(c -> columns.computeIfAbsent(c.term(), t -> new ArrayList<>()).add(c.name()));
    List<String> labels = subjects.terms().labels();
    List<Set<String>> variables = subjects.terms().variables();
    return columns.entrySet().stream()
        .map(e -> new Term(labels.get(e.getKey()), e.getValue(), variables.get(e.getKey())))
        .toList();
  }
}
