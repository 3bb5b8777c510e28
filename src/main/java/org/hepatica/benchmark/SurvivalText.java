package org.hepatica.benchmark;

import java.util.Locale;
import java.util.Optional;

/** Measurements for people: seconds, then ratios of what computed the same. */
final class SurvivalText {

  private static final String NONE = "-";
  private static final String RATIOS = "%-12s %11s %11s %11s %11s %11s  %s";

  private final SurvivalResult result;
  private final StringBuilder text = new StringBuilder();

  SurvivalText(SurvivalResult result) {
    this.result = result;
  }

  String text() {
    head();
    line("%-12s %-14s %9s %9s %8s", "task", "engine", "cold", "warm", "MB");
    result.measured().forEach(this::seconds);
    line("");
    line(
        RATIOS, "ratio", "typed:ours", "bare:bare", "typed:cold", "ours:scan", "bare:scan", "same");
    result.tasks().forEach(this::ratios);
    tail();
    return text.toString();
  }

  private void head() {
    line(
        "%,d subjects, seed %d; %d processors, heap up to %,d MB; %s",
        result.table().subjects(),
        result.table().seed(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20,
        result.r().orElse("R with its survival package is not there"));
    line(
        "Seconds: the first run in a process (cold), the median of %d later ones (warm; in Java after"
            + " %.0f s of others). MB: the most that the process held.",
        result.runs().repeat(), result.runs().warmUp());
    line("");
  }

  private void seconds(Measured one) {
    Observation seen = one.observation();
    line(
        "%-12s %-14s %9s %9s %8s%s",
        one.task().label(),
        one.contender().label(),
        number(seen.cold(), "%.3f"),
        number(seen.warm(), "%.3f"),
        number(seen.peakMb(), "%.0f"),
        seen.remarks().isEmpty() ? "" : "  " + String.join("; ", seen.remarks()));
  }

  /** How many times faster than R; how many times as long as reading alone. */
  private void ratios(SurvivalTask task) {
    Optional<Agreement> agreement = result.agreement(task);
    if (agreement.isPresent() && !agreement.get().same()) {
      line("%-12s no ratio: ours and R's did not compute the same, see below", task.label());
      return;
    }
    Double ours = warm(task, Contender.HEPATICA);
    Double bare = task.isCox() ? warm(task, Contender.HEPATICA_BARE) : ours;
    Double cold = result.of(task, Contender.HEPATICA).map(Observation::cold).orElse(null);
    Double typed = warm(task, Contender.R_TYPED);
    Double scan = warm(task, Contender.SCAN);
    line(
        RATIOS,
        task.label(),
        ratio(typed, ours),
        ratio(warm(task, Contender.R_BARE), bare),
        ratio(typed, cold),
        ratio(ours, scan),
        ratio(bare, scan),
        agreement.map(found -> number(found.largest(), "%.0e")).orElse("not compared with R"));
  }

  private void tail() {
    line("");
    line(
        "typed:ours  R as typed / hepatica       bare:bare  R bare / hepatica-bare (km: hepatica)");
    line("typed:cold  R as typed / hepatica cold  ours:scan  hepatica / scan; bare:scan  alike");
    line("same        largest relative difference between R's figures and ours; seconds are warm");
    result.disagreements().forEach(words -> line("NOT THE SAME  %s", words));
  }

  private Double warm(SurvivalTask task, Contender contender) {
    return result.of(task, contender).map(Observation::warm).orElse(null);
  }

  private static String ratio(Double over, Double under) {
    return over == null || under == null ? NONE : number(over / under, "%.2f");
  }

  private static String number(Double value, String format) {
    return value == null ? NONE : String.format(Locale.ROOT, format, value);
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}
