package org.hepatica.job;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.hepatica.lake.LakeLock;
import org.hepatica.lake.Studies;
import org.hepatica.protocol.Center;
import org.hepatica.source.DeliveryException;
import org.hepatica.source.IdentifierKey;
import org.hepatica.table.Operational;

/**
 * Erases a person: notes who is to stay out, cuts landing, runs the nights of all studies of the
 * lake without, and removes what the lake kept of before. Each can be done again, so an erasure
 * that was killed ends when it is asked for once more.
 */
final class Erasure {

  /** As the run log names it. */
  static final String NAME = "erase";

  /**
   * How.
   *
   * @param withTied whether other patients may be tied to the person
   * @param leaveShared whether identifiers that other patients have too are taken for theirs
   * @param keepOut whether nothing of the person need be there
   * @param dryRun whether it only tells
   */
  record Asked(boolean withTied, boolean leaveShared, boolean keepOut, boolean dryRun) {}

  private final RunPlan plan;
  private final Function<String, RunPlan> ofStudy;
  private final Center center;
  private final Progress progress;
  private final Path lake;

  /**
   * @param ofStudy the plan of another study
   * @param center the person's
   */
  Erasure(RunPlan plan, Function<String, RunPlan> ofStudy, String center, Progress progress) {
    this.plan = plan;
    this.ofStudy = ofStudy;
    this.center = plan.centers().get(center);
    this.progress = progress;
    lake = plan.installation().lake();
  }

  /**
   * Erases.
   *
   * @param given identifiers of one person; none for all who are erased already
   */
  int execute(List<String> given, Asked asked) {
    Deliveries.refuseMissingFolder(plan);
    return locked(asked.dryRun(), run -> execute(run, given, asked));
  }

  private interface Work {
    int of(Run run);
  }

  private int locked(boolean dryRun, Work work) {
    Instant started = Instant.now();
    String id = RunId.of(started);
    String holder = Night.holder(NAME + " " + id, started);
    try (LakeLock lock = LakeLock.take(lake, holder)) {
      SparkSession spark = Engine.start(plan.installation());
      Run run = new Run(id, started, plan, spark, progress);
      Engine.sizeFor(spark, plan.installation(), run.lake().bytes(Operational.RECORD));
      if (!dryRun) {
        new Recovery(run.lake(), new RunLog(run.lake()), plan.study().name()).run();
      }
      return work.of(run);
    }
  }

  private int execute(Run run, List<String> given, Asked asked) {
    ErasedPersons erased = ErasedPersons.of(run.lake());
    boolean isUnfinished = CutFolders.isUnfinished(lake);
    FoundPerson found =
        new FoundPerson(run, center, erased, given, isUnfinished, asked.leaveShared());
    if (isUnfinished) {
      refuseUnfinished(found.isKnown());
    } else if (!found.isThere()) {
      return nothing(run, erased, found, asked);
    }
    if (!asked.withTied()) {
      found.refuseOthers();
    }
    found.tell();
    boolean purges = found.isInLake() || isUnfinished;
    List<RunPlan> plans = purges ? plans() : List.of(plan);
    if (asked.dryRun()) {
      new ErasedRows(run).tell(plans, found.identifiers());
      new ErasureEnd(run, plans).tellLost(purges);
      return ExitCode.OK;
    }
    if (!found.isOfAll()) {
      erased.note(run.lake(), run.id(), center.name(), found.person(), found.identifiers(), true);
    }
    return erase(run, plans, found, purges);
  }

  /** One erasure at a time: what another has begun to cut would be forgotten. */
  private void refuseUnfinished(boolean isKnown) {
    Set<String> centers = CutFolders.unfinished(lake).folders().keySet();
    if (!isKnown || !centers.contains(center.name())) {
      throw new DeliveryException(
          "an erasure of centre %s has not ended: end it first by jobs/hepatica erase --center %s --again"
              .formatted(String.join(", ", centers), centers.iterator().next()));
    }
  }

  private int nothing(Run run, ErasedPersons erased, FoundPerson found, Asked asked) {
    if (found.isKnown()) {
      progress.say("nothing is there of who is erased, and who is erased is kept out");
      return ExitCode.OK;
    }
    if (!asked.keepOut()) {
      throw found.unknown();
    }
    if (!asked.dryRun()) {
      erased.note(run.lake(), run.id(), center.name(), found.person(), found.identifiers(), true);
    }
    progress.say(
        "person %s %s kept out; nothing is there of them"
            .formatted(IdentifierKey.shown(found.person()), asked.dryRun() ? "would be" : "is"));
    return ExitCode.OK;
  }

  /** The studies of the lake, that of the command last: its report is the one in its folder. */
  private List<RunPlan> plans() {
    List<RunPlan> plans = new ArrayList<>();
    for (String study : Studies.of(lake)) {
      if (!study.equals(plan.study().name())) {
        plans.add(ofStudy.apply(study));
      }
    }
    plans.add(plan);
    return plans;
  }

  private int erase(Run run, List<RunPlan> plans, FoundPerson found, boolean purges) {
    CutFolders folders = CutFolders.unfinished(lake).and(center.name(), found.cut().folders());
    folders.begin(lake);
    found.cut().apply();
    int code = ExitCode.OK;
    List<String> problems = new ArrayList<>();
    for (RunPlan each : plans) {
      // What was only in landing is no loss, and no reason to compute all anew.
      RunPlan planned = purges ? each.anew(center.name()) : each;
      Night night = new Night(planned, Steps.after(folders, each == plan, purges), progress);
      night.refuse();
      Instant started = Instant.now();
      code = Math.max(code, night.execute(RunId.of(started), started));
      problems.addAll(night.problems());
    }
    Outputs.say(progress, problems);
    if (purges) {
      purge(run, plans, found.identifiers());
    }
    progress.summary();
    CutFolders.end(lake);
    boolean clean = new OutFolder(plan.installation().out()).tell(found.identifiers(), progress);
    return clean ? code : ExitCode.FAILED;
  }

  private void purge(Run run, List<RunPlan> plans, Set<String> identifiers) {
    Run after = new Run(run.id(), run.started(), plan, run.spark(), progress);
    long left = new ErasedRows(after).records(center.name(), identifiers);
    if (left > 0) {
      throw new DeliveryException(
          "centre %s: %d records of the person are still in the lake, as the centre was refused; see why above, then run the command again"
              .formatted(center.name(), left));
    }
    new ErasureEnd(after, plans).purge();
  }

  /** Lets persons in again, from the next delivery on. */
  int readmit(List<String> given, boolean dryRun) {
    return locked(dryRun, run -> readmit(run, given, dryRun));
  }

  private int readmit(Run run, List<String> given, boolean dryRun) {
    IdentifierKey key = LakeKey.load(run);
    ErasedPersons erased = ErasedPersons.of(run.lake());
    for (String text : given) {
      String hash = key.hash(center.name(), text);
      Set<String> all = erased.ofPerson(center.name(), hash);
      if (all.isEmpty()) {
        throw new NotFoundException(
            "centre %s: %s is not kept out; jobs/hepatica erase --list lists who is"
                .formatted(center.name(), IdentifierKey.shown(hash)));
      }
      if (!dryRun) {
        erased.note(run.lake(), run.id(), center.name(), hash, all, false);
      }
      progress.say(
          "%s and %d more identifiers %s kept out no longer, from the next delivery on"
              .formatted(IdentifierKey.shown(hash), all.size() - 1, dryRun ? "would be" : "are"));
    }
    return ExitCode.OK;
  }
}
