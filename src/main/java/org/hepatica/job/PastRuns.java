package org.hepatica.job;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.hepatica.lake.Lake;
import org.hepatica.table.Operational;

/** The runs of a lake, newest first. */
final class PastRuns {

  private final List<PastRun> runs;

  private PastRuns(List<PastRun> runs) {
    this.runs = runs;
  }

  /**
   * The runs of a study.
   *
   * @param study its name; null for all studies of the lake
   */
  static PastRuns of(Lake lake, String study) {
    List<Row> rows =
        lake.small().read(Operational.RUN).orderBy(RunLog.newestFirst()).collectAsList();
    Set<String> kept = KeptRuns.of(lake);
    // What one study's maintenance removes of shared tables is lost to all.
    Set<String> lost = named(rows, Manifest::lost);
    Set<String> erased = named(rows, Manifest::erased);
    return new PastRuns(
        rows.stream()
            .map(row -> PastRun.of(row, kept, lost, erased))
            .filter(run -> study == null || run.study().equals(study))
            .toList());
  }

  private static Set<String> named(List<Row> rows, Function<String, Set<String>> runs) {
    return rows.stream()
        .flatMap(row -> runs.apply(row.<String>getAs(Operational.MANIFEST)).stream())
        .collect(Collectors.toSet());
  }

  List<PastRun> all() {
    return runs;
  }

  /**
   * The run of a name, or of the beginning of one if it is the only one.
   *
   * @throws NotFoundException if there is none, or more than one
   */
  PastRun named(String name) {
    List<PastRun> found = runs.stream().filter(run -> run.id().startsWith(name)).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new NotFoundException(
        found.isEmpty()
            ? "there is no run %s; jobs/hepatica runs lists them".formatted(name)
            : "%d runs begin with %s: name one of %s"
                .formatted(found.size(), name, found.stream().map(PastRun::id).limit(5).toList()));
  }

  /**
   * The run that was known then.
   *
   * @param runOrDate a run's name, or a date: the last good run that ended on that day, UTC, or
   *     before
   * @throws NotFoundException if there is none
   */
  PastRun asOf(String runOrDate) {
    Optional<LocalDate> date = date(runOrDate);
    if (date.isEmpty()) {
      return named(runOrDate);
    }
    Instant end = date.get().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return runs.stream()
        .filter(run -> run.isGood() && run.ended().isBefore(end))
        .findFirst()
        .orElseThrow(
            () ->
                new NotFoundException(
                    "no run ended well on %s or before; jobs/hepatica runs lists them"
                        .formatted(runOrDate)));
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
