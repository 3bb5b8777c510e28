package org.hepatica.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hepatica.protocol.Center;
import org.hepatica.source.DeliveredFile;
import org.hepatica.source.DeliveryException;
import org.hepatica.source.FileCheck;
import org.hepatica.source.Glance;
import org.hepatica.source.Landing;

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
   * The files that a run takes, each with the columns that the centre's file names.
   *
   * @param earlier landing at the begin of the run
   */
  static Landing.Listing list(Run run, Glance earlier, KnownDeliveries known) {
    RunPlan plan = run.plan();
    List<Center> centers = List.copyOf(plan.centers().values());
    Landing.Listing found =
        Landing.list(plan.installation().landing(), centers, run.day(), earlier, known);
    for (Center center : centers) {
      List<DeliveredFile> own = found.files(center.name());
      try {
        FileCheck.headers(List.of(center), own, plan::namedColumns);
      } catch (DeliveryException e) {
        found = found.without(center.name(), e.problems());
      }
    }
    found.waiting().forEach(line -> run.progress().say("  " + line));
    return found.refused().size() == centers.size() || plan.allOrNothing() ? found.whole() : found;
  }

  /** Says which centres have not delivered for longer than they should. */
  static void warnOfSilence(Run run, Landing.Listing listing, KnownDeliveries known) {
    for (Center center : run.plan().centers().values()) {
      int expected = center.arrival().expectedEvery();
      Optional<LocalDate> seen =
          Optional.ofNullable(listing.lastSeen().get(center.name()))
              .or(() -> known.newestAccepted(center.name()).map(KnownDeliveries::date));
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
  }

  /** Says which kinds of files no export takes; not their names, which a sample may have given. */
  static void warnOfUnmatched(Landing.Listing listing, Progress progress) {
    if (!listing.unmatched().isEmpty()) {
      String kinds =
          listing.unmatched().stream()
              .map(file -> file.replaceFirst("[^/]*?((\\.[^./]*)?)$", "*$1"))
              .distinct()
              .collect(Collectors.joining(", "));
      progress.say("  files that no export needs: " + listing.unmatched().size() + " of " + kinds);
    }
  }
}
