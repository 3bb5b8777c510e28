package org.hepatica.ml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hepatica.formula.MatrixColumn;
import org.hepatica.ml.direct.BlockSource;
import org.hepatica.survival.cox.CoxData;
import org.hepatica.survival.cox.CoxSource;
import org.hepatica.survival.cox.StepwiseResult;
import org.hepatica.survival.cox.StepwiseSelection;
import org.hepatica.survival.cox.Term;

/** A selection among the terms of a formula; strata, offsets and clusters stay. */
final class SelectedFit {

  private final Subjects subjects;
  private final StepwiseSelection options;
  private final Wanted wanted;

  SelectedFit(Subjects subjects, StepwiseSelection options, Wanted wanted) {
    this.subjects = subjects;
    this.options = options;
    this.wanted = wanted;
  }

  Selected selected() {
    return subjects.counted().map(this::counted).orElseGet(this::direct);
  }

  private Selected counted(Subjects.Counted counted) {
    StepwiseResult result = options.select(counted.data(), terms());
    List<MatrixColumn> columns = kept(result);
    CoxData data = counted.data().select(columns.stream().map(MatrixColumn::name).toList());
    return selected(wanted.of(result.fit(), columns, data, counted.missing()), result);
  }

  private Selected direct() {
    try (BlockSource source = subjects.source(options.regression().ties())) {
      CoxSource penalised = source.with(options.regression().penalty());
      StepwiseResult result = options.select(penalised, terms());
      return selected(wanted.of(result.fit(), kept(result), source), result);
    }
  }

  private Selected selected(Model model, StepwiseResult result) {
    return new Selected(model, result, subjects.terms().written(), staying());
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
