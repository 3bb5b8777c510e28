package org.hepatica.survival.cox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hepatica.survival.TestResult;

/** One stepwise selection, wherever its models are fitted. */
final class StepwiseSearch {

  private final Function<List<String>, CoxFit> regression;
  private final List<Term> terms;
  private final SelectionDirection direction;
  private final double threshold;

  StepwiseSearch(
      Function<List<String>, CoxFit> regression,
      List<Term> terms,
      SelectionDirection direction,
      double threshold) {
    this.regression = regression;
    this.terms = terms;
    this.direction = direction;
    this.threshold = threshold;
  }

  private record Model(List<Term> terms, CoxFit fit) {}

  /** A move with what it leads to, where that is fitted already, and what it is judged by. */
  private record Candidate(
      StepwiseResult.Action action, Term term, Optional<Model> to, CoxFit judged, double value) {}

  StepwiseResult by(SelectionCriterion criterion) {
    Model here = model(direction == SelectionDirection.FORWARD ? List.of() : terms);
    List<List<Term>> seen = new ArrayList<>();
    List<StepwiseResult.Step> steps = new ArrayList<>();
    List<StepwiseResult.Round> rounds = new ArrayList<>();
    while (true) {
      seen.add(here.terms);
      boolean byAic = criterion == SelectionCriterion.AIC;
      List<Candidate> candidates = byAic ? byAic(here) : byP(here);
      rounds.add(round(here, candidates, byAic));
      Optional<Candidate> best = byAic ? smallestAic(here, candidates) : smallestP(candidates);
      Model next = best.isEmpty() ? here : reached(here, best.get());
      if (best.isEmpty() || seen.contains(next.terms)) {
        return new StepwiseResult(criterion, steps, here.terms, here.fit, rounds);
      }
      Candidate taken = best.get();
      double value = byAic ? taken.value : Math.min(1, taken.value);
      steps.add(new StepwiseResult.Step(taken.action, taken.term, value, next.fit.aic()));
      here = next;
    }
  }

  private Model reached(Model here, Candidate candidate) {
    return candidate.to.orElseGet(() -> without(here, candidate.term));
  }

  private Model model(List<Term> some) {
    List<Term> ordered = terms.stream().filter(some::contains).toList();
    return new Model(
        ordered,
        regression.apply(ordered.stream().flatMap(term -> term.columns().stream()).toList()));
  }

  private Model without(Model model, Term term) {
    return model(model.terms.stream().filter(t -> !t.equals(term)).toList());
  }

  private Model with(Model model, Term term) {
    List<Term> more = new ArrayList<>(model.terms);
    more.add(term);
    return model(more);
  }

  /** Terms that no other in the model is made of. */
  private List<Term> leaving(Model here) {
    return direction == SelectionDirection.FORWARD
        ? List.of()
        : here.terms.stream()
            .filter(term -> here.terms.stream().noneMatch(other -> other.contains(term)))
            .toList();
  }

  /** Terms made of none that is not in the model. */
  private List<Term> entering(Model here) {
    List<Term> absent = terms.stream().filter(term -> !here.terms.contains(term)).toList();
    return direction == SelectionDirection.BACKWARD
        ? List.of()
        : absent.stream().filter(term -> absent.stream().noneMatch(term::contains)).toList();
  }

  private List<Candidate> byAic(Model here) {
    Stream<Candidate> leaving =
        leaving(here).stream()
            .map(term -> fitted(StepwiseResult.Action.LEFT, term, without(here, term)));
    Stream<Candidate> entering =
        entering(here).stream()
            .map(term -> fitted(StepwiseResult.Action.ENTERED, term, with(here, term)));
    return Stream.concat(leaving, entering).toList();
  }

  private static Candidate fitted(StepwiseResult.Action action, Term term, Model to) {
    return new Candidate(action, term, Optional.of(to), to.fit, to.fit.aic());
  }

  private static Optional<Candidate> smallestAic(Model here, List<Candidate> candidates) {
    return candidates.stream()
        .min(Comparator.comparingDouble(Candidate::value))
        .filter(best -> best.value < here.fit.aic());
  }

  /** Terms that may leave; those that may enter only if none does. */
  private List<Candidate> byP(Model here) {
    List<Candidate> candidates = new ArrayList<>();
    for (Term term : leaving(here)) {
      double p = StepwiseSelection.pValue(here.fit, term);
      candidates.add(
          new Candidate(StepwiseResult.Action.LEFT, term, Optional.empty(), here.fit, p));
    }
    if (candidates.stream().noneMatch(candidate -> candidate.value >= threshold)) {
      for (Term term : entering(here)) {
        Model to = with(here, term);
        candidates.add(
            new Candidate(
                StepwiseResult.Action.ENTERED,
                term,
                Optional.of(to),
                to.fit,
                StepwiseSelection.pValue(to.fit, term)));
      }
    }
    return candidates;
  }

  private Optional<Candidate> smallestP(List<Candidate> candidates) {
    Optional<Candidate> weakest = Optional.empty();
    for (Candidate candidate : candidates) {
      boolean leaves = candidate.action == StepwiseResult.Action.LEFT;
      boolean more = weakest.isEmpty() || candidate.value > weakest.get().value;
      if (leaves && candidate.value >= threshold && more) {
        weakest = Optional.of(candidate);
      }
    }
    return weakest.isPresent()
        ? weakest
        : candidates.stream()
            .filter(candidate -> candidate.action == StepwiseResult.Action.ENTERED)
            .min(Comparator.comparingDouble(Candidate::value))
            .filter(best -> best.value < threshold);
  }

  private static StepwiseResult.Round round(Model here, List<Candidate> all, boolean byAic) {
    double aic = here.fit.aic();
    return new StepwiseResult.Round(
        here.terms, aic, all.stream().map(candidate -> move(here, candidate, byAic)).toList());
  }

  private static StepwiseResult.Move move(Model here, Candidate candidate, boolean byAic) {
    Optional<TestResult> test =
        byAic ? Optional.empty() : candidate.judged.waldTest(candidate.term.columns());
    int df =
        byAic
            ? Math.abs(here.fit.likelihoodRatio().df() - candidate.judged.likelihoodRatio().df())
            : test.map(TestResult::df).orElse(0);
    return new StepwiseResult.Move(
        candidate.action, candidate.term, df, candidate.to.map(to -> to.fit.aic()), test);
  }
}
