package org.hepatica.transform.survival;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hepatica.ml.direct.BlockSource;
import org.hepatica.protocol.Study.Covariate;
import org.hepatica.protocol.Study.Model;
import org.hepatica.survival.TestResult;
import org.hepatica.survival.cox.BackwardSelection;
import org.hepatica.survival.cox.CoxFit;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.SelectionResult;
import org.hepatica.survival.cox.SelectionStep;
import org.hepatica.survival.cox.Term;
import org.hepatica.survival.cox.Ties;
import org.hepatica.table.Results;

/**
 * A model table of the study: each covariate alone; then those with P below the entry limit, less
 * the overlap group, selected backward on the complete cases of the starting model; then the kept
 * ones refitted on all their complete cases. Each part asks its question once the part before is
 * known.
 */
final class ModelAnalysis {

  static final String UNIVARIATE = "univariate";
  static final String MULTIVARIATE = "multivariate";
  private static final String REFITTED = "refitted";

  private final Questions questions;
  private final Model model;
  private final CoxRegression regression;
  private final Map<Covariate, Question> univariate = new LinkedHashMap<>();
  private List<Covariate> candidates = List.of();
  private Question starting;
  private List<Covariate> kept = List.of();
  private Question refitting;

  ModelAnalysis(Questions questions, Model model) {
    this.questions = questions;
    this.model = model;
    this.regression =
        CoxRegression.withDefaults().with(Ties.valueOf(model.ties().toUpperCase(Locale.ROOT)));
    for (String name : model.covariates()) {
      Covariate covariate = questions.study().covariates().get(name);
      univariate.put(covariate, ask(List.of(covariate)));
    }
  }

  /** Univariate rows; asks for the starting model of the selection. */
  void univariate(ResultRows rows) {
    List<Covariate> entering = new ArrayList<>();
    univariate.forEach(
        (covariate, question) -> {
          CoxFit fit = fit(List.of(covariate), question);
          CoxRowWriter.write(
              rows, Results.COX, model.endpoint(), UNIVARIATE, List.of(covariate), fit);
          if (!covariate.overlap() && wholeP(fit, covariate) < model.entryP()) {
            entering.add(covariate);
          }
        });
    candidates = List.copyOf(entering);
    if (!candidates.isEmpty()) {
      starting = ask(candidates);
    }
  }

  /** Selection and multivariate rows; asks for the refit of the kept covariates. */
  void multivariate(ResultRows rows) {
    if (candidates.isEmpty()) {
      return;
    }
    SelectionResult selected = selected();
    List<String> names = selected.kept().stream().map(Term::name).toList();
    kept = candidates.stream().filter(c -> names.contains(c.name())).toList();
    selection(rows, selected);
    if (!kept.isEmpty()) {
      CoxRowWriter.write(rows, Results.COX, model.endpoint(), MULTIVARIATE, kept, selected.fit());
      refitting = ask(kept);
    }
  }

  /** Rows of the kept covariates on all their complete cases. */
  void refitted(ResultRows rows) {
    if (!kept.isEmpty()) {
      CoxFit fit = fit(kept, refitting);
      CoxRowWriter.write(rows, Results.COX_REFITTED, model.endpoint(), REFITTED, kept, fit);
    }
  }

  private SelectionResult selected() {
    Design design = Design.of(candidates);
    BackwardSelection selection =
        BackwardSelection.withDefaults().withThreshold(model.stayP()).with(regression);
    if (questions.isCounted(starting)) {
      return selection.select(questions.of(starting).cox(design), design.terms());
    }
    try (BlockSource subjects = questions.subjects(starting, design, regression.ties())) {
      return selection.select(subjects, design.terms());
    }
  }

  private void selection(ResultRows rows, SelectionResult selected) {
    int step = 0;
    for (SelectionStep removal : selected.steps()) {
      Double p = removal.test().map(TestResult::pValue).orElse(null);
      rows.add(
          Results.SELECTION,
          model.endpoint(),
          ++step,
          removal.removed().name(),
          removal.n(),
          removal.events(),
          p,
          true);
    }
    for (Term term : selected.kept()) {
      Double p = selected.fit().waldTest(term.columns()).map(TestResult::pValue).orElse(null);
      long n = selected.fit().n();
      long events = selected.fit().events();
      rows.add(Results.SELECTION, model.endpoint(), step + 1, term.name(), n, events, p, false);
    }
  }

  private Question ask(List<Covariate> covariates) {
    return questions.askForModel(model.endpoint(), questions.covariates(covariates));
  }

  private CoxFit fit(List<Covariate> covariates, Question question) {
    Design design = Design.of(covariates);
    if (questions.isCounted(question)) {
      return regression.fit(questions.of(question).cox(design));
    }
    try (BlockSource subjects = questions.subjects(question, design, regression.ties())) {
      return regression.fit(subjects, subjects.start(regression));
    }
  }

  private static double wholeP(CoxFit fit, Covariate covariate) {
    Term term = Design.of(List.of(covariate)).terms().get(0);
    return fit.waldTest(term.columns()).map(TestResult::pValue).orElse(1.0);
  }
}
