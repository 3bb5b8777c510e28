package org.hepatica.survival.cox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hepatica.survival.TestResult;

/**
 * Stepwise selection in a Cox model by P or by Akaike's criterion, in any direction.
 *
 * <p>By AIC, at each step that model is taken whose AIC is smallest among all that differ by one
 * term, as R's {@code step}. By P the term with the largest Wald P leaves while it is at least the
 * threshold; if none leaves, the one with the smallest P in its enlarged model enters while that is
 * below the threshold. A model is never visited twice.
 */
public final class StepwiseSelection {

  private final SelectionCriterion criterion;
  private final SelectionDirection direction;
  private final double threshold;
  private final CoxRegression regression;

  private StepwiseSelection(
      SelectionCriterion criterion,
      SelectionDirection direction,
      double threshold,
      CoxRegression regression) {
    this.criterion = criterion;
    this.direction = direction;
    this.threshold = threshold;
    this.regression = regression;
  }

  /** Backward by AIC; where P is asked for, at 0.05; in a Cox regression with its defaults. */
  public static StepwiseSelection withDefaults() {
    return new StepwiseSelection(
        SelectionCriterion.AIC, SelectionDirection.BACKWARD, 0.05, CoxRegression.withDefaults());
  }

  /** The same by another criterion. */
  public StepwiseSelection with(SelectionCriterion newCriterion) {
    return new StepwiseSelection(newCriterion, direction, threshold, regression);
  }

  /** The same in another direction. */
  public StepwiseSelection with(SelectionDirection newDirection) {
    return new StepwiseSelection(criterion, newDirection, threshold, regression);
  }

  /** The same with another regression. */
  public StepwiseSelection with(CoxRegression newRegression) {
    return new StepwiseSelection(criterion, direction, threshold, newRegression);
  }

  /**
   * The same with another threshold of P.
   *
   * @param newThreshold terms of this P or more are out, in (0, 1]
   * @return the changed options
   * @throws IllegalArgumentException if outside (0, 1]
   */
  public StepwiseSelection withThreshold(double newThreshold) {
    if (!(newThreshold > 0 && newThreshold <= 1)) {
      throw new IllegalArgumentException("a P threshold lies in (0, 1]: " + newThreshold);
    }
    return new StepwiseSelection(criterion, direction, newThreshold, regression);
  }

  /**
   * Selects.
   *
   * @param data complete cases of all the terms
   * @param terms the terms to choose from
   * @return what entered and left, what stayed, and the last fit
   * @throws IllegalArgumentException if a term names a column the data has not, or two terms share
   *     a column
   */
  public StepwiseResult select(CoxData data, List<Term> terms) {
    return new Search(data, terms).run();
  }

  private record Model(List<Term> terms, CoxFit fit) {}

  private record Move(StepwiseResult.Step step, Model to) {}

  private final class Search {

    private final CoxData data;
    private final List<Term> terms;

    Search(CoxData data, List<Term> terms) {
      this.data = data;
      this.terms = terms;
    }

    StepwiseResult run() {
      Model here = model(direction == SelectionDirection.FORWARD ? List.of() : terms);
      List<List<Term>> seen = new ArrayList<>();
      List<StepwiseResult.Step> steps = new ArrayList<>();
      while (true) {
        seen.add(here.terms);
        Optional<Move> next = criterion == SelectionCriterion.AIC ? byAic(here) : byP(here);
        if (next.isEmpty() || seen.contains(next.get().to.terms)) {
          return new StepwiseResult(steps, here.terms, here.fit);
        }
        steps.add(next.get().step);
        here = next.get().to;
      }
    }

    private Model model(List<Term> some) {
      List<Term> ordered = terms.stream().filter(some::contains).toList();
      List<String> columns = ordered.stream().flatMap(term -> term.columns().stream()).toList();
      return new Model(ordered, regression.fit(data.select(columns)));
    }

    private Model without(Model model, Term term) {
      return model(model.terms.stream().filter(t -> !t.equals(term)).toList());
    }

    private Model with(Model model, Term term) {
      List<Term> more = new ArrayList<>(model.terms);
      more.add(term);
      return model(more);
    }

    private List<Term> leaving(Model here) {
      return direction == SelectionDirection.FORWARD ? List.of() : here.terms;
    }

    private List<Term> entering(Model here) {
      return direction == SelectionDirection.BACKWARD
          ? List.of()
          : terms.stream().filter(term -> !here.terms.contains(term)).toList();
    }

    private Optional<Move> byAic(Model here) {
      List<Move> moves = new ArrayList<>();
      for (Term term : leaving(here)) {
        Model to = without(here, term);
        moves.add(move(StepwiseResult.Action.LEFT, term, to.fit.aic(), to));
      }
      for (Term term : entering(here)) {
        Model to = with(here, term);
        moves.add(move(StepwiseResult.Action.ENTERED, term, to.fit.aic(), to));
      }
      return smallest(moves).filter(best -> best.step.value() < here.fit.aic());
    }

    private Optional<Move> byP(Model here) {
      Optional<Term> weakest = Optional.empty();
      double largest = 0;
      for (Term term : leaving(here)) {
        double p = pValue(here.fit, term);
        if (p >= threshold && p > largest) {
          weakest = Optional.of(term);
          largest = p;
        }
      }
      if (weakest.isPresent()) {
        Term term = weakest.get();
        return Optional.of(
            move(StepwiseResult.Action.LEFT, term, Math.min(1, largest), without(here, term)));
      }
      List<Move> moves = new ArrayList<>();
      for (Term term : entering(here)) {
        Model to = with(here, term);
        moves.add(move(StepwiseResult.Action.ENTERED, term, pValue(to.fit, term), to));
      }
      return smallest(moves).filter(best -> best.step.value() < threshold);
    }

    private static Move move(StepwiseResult.Action action, Term term, double value, Model to) {
      return new Move(new StepwiseResult.Step(action, term, value), to);
    }

    private static Optional<Move> smallest(List<Move> moves) {
      return moves.stream().min((a, b) -> Double.compare(a.step.value(), b.step.value()));
    }
  }

  /** P of a term; above 1 if nothing of it can be estimated, 0 if it runs to infinity. */
  static double pValue(CoxFit fit, Term term) {
    if (term.columns().stream().anyMatch(c -> fit.coefficient(c).status().isInfinite())) {
      return 0;
    }
    return fit.waldTest(term.columns()).map(TestResult::pValue).orElse(2.0);
  }
}
