package org.hepatica.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hepatica.ml.show.Format;

/**
 * What was measured.
 *
 * @param table of made-up subjects
 * @param runs after the first one of a process
 * @param r R's version; empty when it was not there
 * @param measured in the order of tasks
 */
public record SurvivalResult(
    SurvivalTable table, Runs runs, Optional<String> r, List<Measured> measured) {

  /** Copies the list. */
  public SurvivalResult {
    measured = List.copyOf(measured);
  }

  /** In a format: JSON is a list, CSV a row, of each task by each engine. */
  public String as(Format format) {
    List<Measurement> list =
        measured.stream().map(one -> Measurement.of(one, table.subjects())).toList();
    return switch (format) {
      case TEXT -> new SurvivalText(this).text();
      case CSV -> MeasurementFiles.csv(list);
      case JSON -> MeasurementFiles.json(list);
    };
  }

  /** Whether ours and R's computed the same wherever both were measured. */
  public boolean isTrustworthy() {
    return disagreements().isEmpty();
  }

  /** Where ours and R's differ, in words: seconds of such a task mean nothing. */
  public List<String> disagreements() {
    List<String> words = new ArrayList<>();
    for (SurvivalTask task : tasks()) {
      agreement(task)
          .filter(found -> !found.same())
          .ifPresent(
              found ->
                  words.add(
                      String.format(
                          Locale.ROOT,
                          "%s: ours and R's '%s' differ by %.1e, relative",
                          task.label(),
                          found.figure(),
                          found.largest())));
    }
    return words;
  }

  /** What makes seconds mean less than they seem, in words. */
  public List<String> remarks() {
    return measured.stream()
        .flatMap(
            one ->
                one.observation().remarks().stream()
                    .map(
                        remark ->
                            "%s by %s: %s"
                                .formatted(one.task().label(), one.contender().label(), remark)))
        .toList();
  }

  /** The tasks measured, in order. */
  List<SurvivalTask> tasks() {
    return measured.stream().map(Measured::task).distinct().toList();
  }

  /** What a process said, when it was measured. */
  Optional<Observation> of(SurvivalTask task, Contender contender) {
    return measured.stream()
        .filter(one -> one.task() == task && one.contender() == contender)
        .map(Measured::observation)
        .findFirst();
  }

  /** The worst agreement of ours with R's; empty when one of the two was not measured. */
  Optional<Agreement> agreement(SurvivalTask task) {
    List<Agreement> found = new ArrayList<>();
    for (Contender mine : List.of(Contender.HEPATICA, Contender.HEPATICA_BARE)) {
      for (Contender theirs : List.of(Contender.R_TYPED, Contender.R_BARE)) {
        of(task, mine)
            .flatMap(m -> of(task, theirs).map(t -> Agreement.of(m.figures(), t.figures())))
            .ifPresent(found::add);
      }
    }
    return found.stream().reduce(Agreement::and);
  }
}
