package org.hepatica.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hepatica.protocol.Center;
import org.hepatica.source.DeliveryException;
import org.hepatica.source.FileCheck;
import org.hepatica.source.Landing;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

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

  /** The files that a run takes, each with the columns that the centre's file names. */
  static Landing.Listing list(Run run) {
    Map<String, String> known = new LinkedHashMap<>();
    if (run.lake().version(Operational.DELIVERY_FILE).isPresent()) {
      run.lake()
          .read(Operational.DELIVERY_FILE)
          .select(Operational.FILE_HASH, Registry.DELIVERY)
          .orderBy(Registry.DELIVERY)
          .collectAsList()
          .forEach(row -> known.put(row.getString(0), row.getString(1)));
    }
    List<Center> centers = List.copyOf(run.plan().centers().values());
    Landing.Listing found =
        Landing.list(
            run.plan().installation().landing(),
            centers,
            run.day(),
            hash -> Optional.ofNullable(known.get(hash)));
    FileCheck.headers(centers, found.files(), run.plan()::namedColumns);
    return found;
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
