package org.hepatica.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Nights for people: a line a night, then what was proved. */
final class RefreshText {

  private static final String NONE = "-";

  private final RefreshResult result;
  private final StringBuilder text = new StringBuilder();

  RefreshText(RefreshResult result) {
    this.result = result;
  }

  String text() {
    line(
        "%d processors; a night is a process of its own; seconds",
        Runtime.getRuntime().availableProcessors());
    line("");
    List<String> steps = steps();
    StringBuilder head =
        new StringBuilder(
            String.format(
                "%-10s %10s %-16s %8s %7s %7s %7s",
                "scenario", "patients", "night", "seconds", "start", "commits", "in them"));
    steps.forEach(step -> head.append(String.format(" %8s", step)));
    line("%s %7s %7s  %s", head, "ratio", "of work", "goal");
    result.measurements().forEach(one -> night(one, steps));
    line("");
    result.proofs().forEach(this::proof);
    tail();
    return text.toString();
  }

  private List<String> steps() {
    return result.measurements().stream()
        .flatMap(one -> one.steps().keySet().stream())
        .distinct()
        .toList();
  }

  private void night(RefreshMeasurement one, List<String> steps) {
    StringBuilder line =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%-10s %,10d %-16s %8.1f %7.1f %7d %7.1f",
                one.scenario(),
                one.patients(),
                one.night(),
                one.seconds(),
                one.startSeconds(),
                one.commits(),
                one.commitSeconds()));
    for (String step : steps) {
      line.append(String.format(" %8s", number(one.steps().get(step), "%.1f")));
    }
    String judged = one.met() == null ? "" : one.goal() + (one.met() ? ": met" : ": MISSED");
    line(
        "%s %7s %7s  %s",
        line, number(one.ratio(), "%.3f"), number(one.ratioOfWork(), "%.3f"), judged);
  }

  private void proof(RefreshProof proof) {
    line(
        "%s, %d time%s, %d tables: %s: %s",
        proof.scenario(),
        proof.times(),
        proof.times() == 1 ? "" : "s",
        proof.tables(),
        proof.proves(),
        proof.problems().isEmpty() ? "so it is" : "NOT SO");
    proof.problems().forEach(words -> line("  %s", words));
  }

  private void tail() {
    if (!result.proofs().isEmpty()) {
      line("");
    }
    Stream.of(
            "start    Java, Spark, the look at what lies there: until the first step begins",
            "in them  seconds of commits beside what they wrote; those made side by side count each",
            "ratio    seconds / seconds of the full load; of work: the same of both without start")
        .forEach(words -> line("%s", words));
  }

  private static String number(Double value, String format) {
    return value == null ? NONE : String.format(Locale.ROOT, format, value);
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}
