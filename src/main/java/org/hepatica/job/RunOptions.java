package org.hepatica.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hepatica.protocol.Configuration;
import org.hepatica.protocol.GivenOption;
import org.hepatica.protocol.ProtocolException;
import picocli.CommandLine.Option;

/** The options that every job takes. */
final class RunOptions {

  @Option(
      names = "--conf",
      paramLabel = "FILE",
      description = "hepatica.conf, or its folder; default: ${DEFAULT-VALUE}")
  Path conf = Launcher.ofRoot("conf/hepatica.conf");

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "One key of the configuration for this run, such as engine.memory=8g")
  Map<String, String> sets = new LinkedHashMap<>();

  @Option(names = "--study", paramLabel = "NAME", description = "conf/studies/NAME.conf")
  String study;

  @Option(
      names = "--center",
      paramLabel = "NAME",
      split = ",",
      description = "Centres to take deliveries from; default: the study's")
  List<String> centers;

  @Option(names = "--landing", paramLabel = "DIR", description = "Folder of deliveries")
  Path landing;

  @Option(names = "--lake", paramLabel = "DIR", description = "Folder of the Delta tables")
  Path lake;

  @Option(names = "--out", paramLabel = "DIR", description = "Folder of report and results")
  Path out;

  @Option(
      names = "--all-or-nothing",
      description = "Take nothing when one centre is refused; default: the others go on")
  boolean allOrNothing;

  @Option(
      names = "--accept-shrink",
      paramLabel = "CENTER",
      arity = "0..1",
      split = ",",
      fallbackValue = RunPlan.ALL,
      description =
          "Take a delivery that holds much less than the one before; of all centres, or of these")
  Set<String> acceptShrink = new LinkedHashSet<>();

  @Option(
      names = "--full",
      description = "Compute all anew, of all records; default: what changed, and what it touches")
  boolean full;

  @Option(names = "--dry-run", description = "Print the plan of steps and tables; do nothing")
  boolean dryRun;

  /** The configuration with what the command line says, validated whole. */
  RunPlan plan() {
    return plan(out);
  }

  private RunPlan plan(Path folder) {
    List<GivenOption> given = new ArrayList<>();
    add(given, "--study", "hepatica.study", study);
    add(given, "--landing", "hepatica.landing", absolute(landing));
    add(given, "--lake", "hepatica.lake.folder", absolute(lake));
    add(given, "--out", "hepatica.out", absolute(folder));
    add(given, "--center", "hepatica.centers", centers == null ? null : String.join(",", centers));
    if (Files.isDirectory(conf)) {
      conf = conf.resolve("hepatica.conf");
    }
    Configuration configuration = Configuration.load(conf, sets, given);
    refuseUnknown(configuration);
    return RunPlan.of(
        configuration,
        conf.toAbsolutePath().getParent(),
        allOrNothing,
        Set.copyOf(acceptShrink),
        full);
  }

  private void refuseUnknown(Configuration configuration) {
    for (String center : acceptShrink) {
      if (!center.equals(RunPlan.ALL) && !configuration.runCenters().contains(center)) {
        throw new ProtocolException(
            List.of(
                "--accept-shrink: '%s' is no centre of this run; it has %s"
                    .formatted(center, configuration.runCenters())));
      }
    }
  }

  private static void add(List<GivenOption> given, String option, String key, String value) {
    if (value != null) {
      given.add(new GivenOption(option, key, value));
    }
  }

  private static String absolute(Path path) {
    return path == null ? null : path.toAbsolutePath().normalize().toString();
  }

  /**
   * The plan of a command that looks back: where no folder is named, it writes into one of its own
   * below that of nights, whose newest report stays.
   *
   * @param asOf run or date; null for none
   * @param validAt date; null for none
   */
  RunPlan planOfThen(String asOf, LocalDate validAt) {
    RunPlan plan = plan();
    if (out != null) {
      return plan;
    }
    String name =
        Stream.of(
                asOf == null ? "" : "as-of-" + asOf.replaceAll("[^\\w.-]", "_"),
                validAt == null ? "" : "valid-at-" + validAt)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("-"));
    return plan(plan.installation().out().resolve(name));
  }
}
