package org.hepatica.ml.show;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hepatica.ml.Selected;
import org.hepatica.survival.TestResult;
import org.hepatica.survival.cox.SelectionCriterion;
import org.hepatica.survival.cox.StepwiseResult;
import org.hepatica.survival.cox.Term;

/** A selection as R's {@code step} prints it; by P, with Wald's test in the place of AIC. */
final class SelectionText {

  private static final int DIGITS = 5;
  private static final int HEAD_DIGITS = 7;

  /** A line longer than this ends before the next term, as in R's {@code deparse}. */
  private static final int LONG = 60;

  private final Selected selected;
  private final String response;

  SelectionText(Selected selected, String response) {
    this.selected = selected;
    this.response = response;
  }

  /** One line of a round's table: what could be done, or nothing. */
  private record Line(String label, Integer df, Double aic, TestResult test) {

    static Line of(StepwiseResult.Move move) {
      String sign = move.action() == StepwiseResult.Action.ENTERED ? "+ " : "- ";
      return new Line(
          sign + move.term().name(), move.df(), move.aic().orElse(null), move.test().orElse(null));
    }

    /** By AIC ascending, by P descending; what cannot be estimated first. */
    double order(boolean byP) {
      double p = test == null ? 2 : test.pValue();
      return byP ? -p : aic;
    }
  }

  String text() {
    List<StepwiseResult.Round> rounds = selected.selection().rounds();
    List<String> right = started(rounds.get(0));
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      if (i > 0) {
        right = changed(right, selected.selection().steps().get(i - 1));
      }
      parts.add(round(i == 0 ? "Start" : "Step", rounds.get(i), right));
    }
    return String.join("\n", parts);
  }

  /** The labels that stand in the first model, with those that always stay. */
  private List<String> started(StepwiseResult.Round first) {
    List<String> present = first.terms().stream().map(Term::name).toList();
    return selected.written().stream()
        .filter(label -> present.contains(label) || selected.staying().contains(label))
        .toList();
  }

  /** R appends what enters, then orders by how many variables a term has. */
  private List<String> changed(List<String> right, StepwiseResult.Step step) {
    List<String> changed = new ArrayList<>(right);
    String label = step.term().name();
    if (step.action() == StepwiseResult.Action.LEFT) {
      changed.remove(label);
    } else {
      changed.add(label);
      changed.sort(Comparator.comparingInt(this::order));
    }
    return changed;
  }

  private int order(String label) {
    return selected.selection().rounds().stream()
        .flatMap(
            round ->
                Stream.concat(
                    round.terms().stream(), round.moves().stream().map(StepwiseResult.Move::term)))
        .filter(term -> term.name().equals(label))
        .mapToInt(term -> term.variables().size())
        .findFirst()
        .orElse(1);
  }

  private String round(String head, StepwiseResult.Round round, List<String> right) {
    String aic = Digits.format(Digits.round(round.aic(), 2), HEAD_DIGITS);
    return "%s:  AIC=%s\n%s\n\n%s".formatted(head, aic, formula(right), table(round));
  }

  private String formula(List<String> right) {
    StringBuilder text = new StringBuilder(response).append(" ~ ");
    int lineStart = 0;
    List<String> labels = right.isEmpty() ? List.of("1") : right;
    for (int i = 0; i < labels.size(); i++) {
      if (i > 0) {
        text.append(" + ");
        if (text.length() - lineStart > LONG) {
          text.append("\n");
          lineStart = text.length();
          text.append("    ");
        }
      }
      text.append(labels.get(i));
    }
    return text.toString();
  }

  private String table(StepwiseResult.Round round) {
    boolean byP = selected.selection().criterion() == SelectionCriterion.P_VALUE;
    Stream<Line> none = byP ? Stream.of() : Stream.of(new Line("<none>", null, round.aic(), null));
    List<Line> lines =
        Stream.concat(none, round.moves().stream().map(Line::of))
            .sorted(Comparator.comparingDouble(line -> line.order(byP)))
            .toList();
    TextMatrix matrix =
        new TextMatrix(lines.stream().map(Line::label).toList())
            .column("Df", lines.stream().map(l -> l.df == null ? "" : l.df.toString()).toList());
    if (!byP) {
      return matrix
          .numbers("AIC", lines.stream().map(Line::aic).collect(Collectors.toList()), DIGITS)
          .text();
    }
    double[] p =
        lines.stream().mapToDouble(l -> l.test == null ? Double.NaN : l.test.pValue()).toArray();
    return matrix
        .numbers(
            "Wald",
            lines.stream()
                .map(l -> l.test == null ? null : (Double) l.test.statistic())
                .collect(Collectors.toList()),
            DIGITS)
        .column("Pr(>chi^2)", PValues.format(p, DIGITS - 1))
        .text();
  }
}
