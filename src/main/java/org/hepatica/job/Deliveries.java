package org.hepatica.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hepatica.protocol.Center;
import org.hepatica.source.Arrival;
import org.hepatica.source.Arrivals;
import org.hepatica.source.ColumnChanges;
import org.hepatica.source.DeliveredFile;
import org.hepatica.source.DeliveryException;
import org.hepatica.source.FileCheck;
import org.hepatica.source.Glance;
import org.hepatica.source.KnownDeliveries;
import org.hepatica.source.KnownDelivery;
import org.hepatica.source.Landing;
import org.hepatica.source.database.Extraction;

/** What lies in the landing folder for a run. */
final class Deliveries {

  private Deliveries() {}

  /** Refuses a landing folder that is not there, naming who says that it is. */
  static void refuseMissingFolder(RunPlan plan) {
    Path landing = plan.installation().landing();
    if (!Files.isDirectory(landing)) {
      throw new DeliveryException(
          "%s: there is no such folder, but %s says that deliveries lie there; put them into %s/<centre>/<yyyy-MM-dd>/, or name their folder by --landing"
              .formatted(landing, plan.configuration().given("hepatica.landing").place(), landing));
    }
  }

  /** The exports of a centre and their files, such as {@code north: labs (labs*.csv)}. */
  static String exports(Center center) {
    return center.exports().values().stream()
        .map(export -> "%s (%s)".formatted(export.name(), export.files()))
        .collect(Collectors.joining(", ", center.name() + ": ", ""));
  }

  /**
   * What lies in landing and is not yet in the lake, by centre.
   *
   * @param earlier landing at the begin of the run
   * @param cut folders out of whose files persons were cut; null for none
   * @throws DeliveryException if every centre is refused and there is nothing of any from before,
   *     or one is and all is to be taken or nothing
   */
  static Map<String, Arrivals> find(
      Run run, Glance earlier, DeliveryLedger ledger, CutFolders cut) {
    ErasedPersons erased = ErasedPersons.of(run.lake());
    Map<String, Arrivals> found = new LinkedHashMap<>();
    for (Center center : run.plan().centers().values()) {
      Set<String> folders = cut == null ? Set.of() : cut.of(center.name());
      found.put(center.name(), find(run, center, earlier, ledger, erased, folders));
    }
    List<String> problems =
        found.values().stream().flatMap(each -> each.problems().stream()).toList();
    boolean none =
        found.values().stream()
            .allMatch(each -> each.isRefused() && ledger.of(each.center()).newest().isEmpty());
    if (none || run.plan().allOrNothing() && !problems.isEmpty()) {
      throw new DeliveryException(problems);
    }
    return found;
  }

  /** What a centre's databases have goes to landing first. */
  private static Arrivals find(
      Run run,
      Center center,
      Glance earlier,
      DeliveryLedger ledger,
      ErasedPersons erased,
      Set<String> cut) {
    RunPlan plan = run.plan();
    KnownDeliveries known = ledger.of(center.name());
    if (Extraction.concerns(center)) {
      List<String> problems =
          Extraction.write(
              plan.installation().landing(),
              center,
              known.notBefore(run.day()),
              (export, date, file) -> known.hasTaken(export.name(), date, file),
              erased.rows(run, center.name()));
      if (!problems.isEmpty()) {
        return Arrivals.refused(center.name(), problems);
      }
    }
    Arrivals found =
        Landing.arrivals(
            plan.installation().landing(),
            center,
            plan.centers().size() == 1,
            run.day(),
            earlier,
            known,
            ledger.anew(center.name()),
            files -> problems(plan, center, files),
            cut);
    found.waiting().forEach(line -> run.progress().say("  " + line));
    for (Arrival each : found.passedOver()) {
      run.progress()
          .say(
              "  %s/%s is refused, a newer delivery stands for it: %s"
                  .formatted(center.name(), each.id(), String.join("; ", each.problems())));
    }
    ColumnChanges.of(center, found, known, plan.namedColumns(center))
        .forEach(line -> run.progress().say("  " + line));
    warnOfUnmatched(found.unmatched(), run.progress());
    warnOfSilence(run, center, found, known);
    return found;
  }

  private static List<String> problems(RunPlan plan, Center center, List<DeliveredFile> files) {
    try {
      FileCheck.headers(List.of(center), files, plan::namedColumns);
      return List.of();
    } catch (DeliveryException e) {
      return e.problems();
    }
  }

  /** Says whether a centre has not delivered for longer than it should. */
  private static void warnOfSilence(Run run, Center center, Arrivals found, KnownDeliveries known) {
    int expected = center.arrival().expectedEvery();
    Optional<LocalDate> seen =
        found.lastSeen().or(() -> known.newest().map(KnownDelivery::lastSeen));
    if (expected > 0 && seen.filter(s -> s.plusDays(expected).isBefore(run.day())).isPresent()) {
      run.progress()
          .say(
              "  centre %s is silent: its last delivery is of %s, %d days ago, and one is expected every %d days"
                  .formatted(
                      center.name(),
                      seen.get(),
                      ChronoUnit.DAYS.between(seen.get(), run.day()),
                      expected));
    }
  }

  /** Says which kinds of files no export takes; not their names, which a sample may have given. */
  static void warnOfUnmatched(List<String> unmatched, Progress progress) {
    if (!unmatched.isEmpty()) {
      String kinds =
          unmatched.stream()
              .map(file -> file.replaceFirst("[^/]*?((\\.[^./]*)?)$", "*$1"))
              .distinct()
              .collect(Collectors.joining(", "));
      progress.say("  files that no export needs: " + unmatched.size() + " of " + kinds);
    }
  }
}
