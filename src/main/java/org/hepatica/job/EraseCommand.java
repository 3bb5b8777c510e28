package org.hepatica.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hepatica.protocol.ProtocolException;
import org.hepatica.source.IdentifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A person who is to be in nothing any more. */
@Command(
    name = "erase",
    description = {
      "Removes a person from every table, landing file and kept version, runs the night without, and"
          + " keeps out whatever a later delivery brings of that person.",
      "Runs of before can no longer be re-created then. --dry-run tells what would go. --center names"
          + " the person's centre."
    },
    mixinStandardHelpOptions = true)
final class EraseCommand implements Callable<Integer> {

  @Mixin private RunOptions options;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATIENT",
      description =
          "An identifier of the person as the centre delivers it; several are one person's")
  private List<String> patients = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Read identifiers from a file, one a line, or from standard input: -")
  private String from;

  @Option(
      names = "--with-tied",
      description = "Erase also other patients whom records tie to this one")
  private boolean withTied;

  @Option(
      names = "--leave-shared",
      description = "Take identifiers that other patients have too for theirs: they tie nobody")
  private boolean leaveShared;

  @Option(names = "--keep-out", description = "Keep out a person of whom nothing is there yet")
  private boolean keepOut;

  @Option(
      names = "--again",
      description =
          "Cut all who are erased out once more: what later deliveries brought, what was cut short")
  private boolean again;

  @Option(names = "--list", description = "List who is kept out, by hashes")
  private boolean list;

  @Option(
      names = "--readmit",
      description = "Keep the person out no longer, from the next delivery on")
  private boolean readmit;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<String> centers = options.centers;
    // A night is of all centres, whoever the person's is.
    options.centers = null;
    RunPlan plan = options.plan();
    Progress progress = new Progress(spec.commandLine().getOut());
    if (list) {
      return list(plan, progress);
    }
    String center = center(plan, centers);
    List<String> given = GivenPatients.read(patients, from);
    if (given.isEmpty() != again) {
      throw new ParameterException(
          spec.commandLine(),
          again
              ? "--again is of all who are erased: name nobody"
              : "name the person by an identifier, by --from FILE, or --from - for standard input");
    }
    Erasure erasure = new Erasure(plan, this::plan, center, progress);
    if (readmit) {
      return erasure.readmit(given, options.dryRun);
    }
    return erasure.execute(
        given, new Erasure.Asked(withTied, leaveShared, keepOut, options.dryRun));
  }

  /** The plan of another study of the same lake. */
  private RunPlan plan(String study) {
    options.study = study;
    return options.plan();
  }

  private static int list(RunPlan plan, Progress progress) {
    ErasedPersons erased = ErasedPersons.of(RunsCommand.lake(plan));
    erased
        .all()
        .forEach(
            entry ->
                progress.say(
                    "%s  person %s  identifier %s  since %s  run %s"
                        .formatted(
                            entry.center(),
                            IdentifierKey.shown(entry.person()),
                            IdentifierKey.shown(entry.identifier()),
                            entry.since().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                            entry.run())));
    if (erased.all().isEmpty()) {
      progress.say("nobody is kept out");
    }
    return ExitCode.OK;
  }

  private String center(RunPlan plan, List<String> asked) {
    if (asked == null && plan.centers().size() == 1) {
      return plan.centers().keySet().iterator().next();
    }
    if (asked == null || asked.size() != 1) {
      throw new ParameterException(
          spec.commandLine(),
          "--center: name the one centre whose patient it is, of %s"
              .formatted(plan.centers().keySet()));
    }
    if (!plan.centers().containsKey(asked.get(0))) {
      throw new ProtocolException(
          List.of(
              "--center: '%s' is no centre of study %s; it has %s"
                  .formatted(asked.get(0), plan.study().name(), plan.centers().keySet())));
    }
    return asked.get(0);
  }
}
