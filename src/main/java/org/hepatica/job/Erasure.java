package org.hepatica.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.hepatica.lake.LakeLock;
import org.hepatica.lake.Studies;
import org.hepatica.protocol.Center;
import org.hepatica.source.DeliveryException;
import org.hepatica.source.IdentifierKey;
import org.hepatica.source.LandingCut;
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

  /**
   * @param ofStudy the plan of another study
   * @param center the person's
   */
  Erasure(RunPlan plan, Function<String, RunPlan> ofStudy, String center, Progress progress) {
    this.plan = plan;
    this.ofStudy = ofStudy;
    this.center = plan.centers().get(center);
    this.progress = progress;
  }

  /**
   * Erases.
   *
   * @param given identifiers of one person; none for all who are erased already
   */
  int execute(List<String> given, Asked asked) {
    Deliveries.refuseMissingFolder(plan);
    Instant started = Instant.now();
    String id = RunId.of(started);
    String holder = Night.holder(NAME + " " + id, started);
    try (LakeLock lock = LakeLock.take(plan.installation().lake(), holder)) {
      return execute(run(id, started, !asked.dryRun()), given, asked);
    }
  }

  private Run run(String id, Instant started, boolean recovers) {
    SparkSession spark = Engine.start(plan.installation());
    Run run = new Run(id, started, plan, spark, progress);
    Engine.sizeFor(spark, plan.installation(), run.lake().bytes(Operational.RECORD));
    if (recovers) {
      new Recovery(run.lake(), new RunLog(run.lake()), plan.study().name()).run();
    }
    return run;
  }

  private int execute(Run run, List<String> given, Asked asked) {
    IdentifierKey key = LakeKey.load(run);
    ErasedPersons erased = ErasedPersons.of(run.lake());
    Set<String> named = new TreeSet<>();
    given.forEach(text -> named.add(key.hash(center.name(), text)));
    Set<String> known = new TreeSet<>();
    named.forEach(hash -> known.addAll(erased.ofPerson(center.name(), hash)));
    boolean isKnown = known.containsAll(named);
    boolean isUnfinished = CutFolders.isUnfinished(plan.installation().lake());
    if (isUnfinished) {
      refuseUnfinished(isKnown);
    }
    boolean isOfAll = given.isEmpty() || isUnfinished;
    Set<String> seeds = new TreeSet<>(isOfAll ? erased.of(center.name()) : named);
    seeds.addAll(known);
    PersonTies ties =
        new PersonTies(center, run.lake().read(Operational.RECORD), asked.leaveShared() || isOfAll);
    LandingCut cut = closed(ties, seeds, key);
    long rows = new ErasedRows(run).recordsEver(center.name(), ties.identifiers());
    if (rows == 0 && cut.planned().isEmpty() && !isUnfinished) {
      return nothing(run, erased, named, isKnown, asked);
    }
    if (!isOfAll) {
      refuseOthers(ties, known, asked);
    }
    tell(ties.identifiers().size(), named, cut, rows);
    // What is only in landing has reached no table and no kept version.
    boolean purges = rows > 0 || isUnfinished;
    List<RunPlan> plans = purges ? plans() : List.of(plan);
    if (asked.dryRun()) {
      new ErasedRows(run).tell(plans, ties.identifiers());
      new ErasureEnd(run, plans).tellLost(purges);
      return ExitCode.OK;
    }
    if (!isOfAll) {
      String person = known.isEmpty() ? first(named) : first(known);
      erased.note(run.lake(), run.id(), center.name(), person, ties.identifiers(), true);
    }
    return purges ? erase(run, plans, cut, ties.identifiers()) : cutOnly(cut, ties.identifiers());
  }

  /** One erasure at a time: what another has begun to cut would be forgotten. */
  private void refuseUnfinished(boolean isKnown) {
    Set<String> centers = CutFolders.unfinished(plan.installation().lake()).folders().keySet();
    if (!isKnown || !centers.contains(center.name())) {
      throw new DeliveryException(
          "an erasure of centre %s has not ended: end it first by jobs/hepatica erase --center %s --again"
              .formatted(String.join(", ", centers), centers.iterator().next()));
    }
  }

  private static String first(Set<String> hashes) {
    return hashes.stream().findFirst().orElse(null);
  }

  /** All that is tied to the person, in the lake and in landing. */
  private LandingCut closed(PersonTies ties, Set<String> seeds, IdentifierKey key) {
    ties.add(seeds);
    while (true) {
      Set<String> before = new TreeSet<>(ties.identifiers());
      LandingCut cut =
          LandingCut.plan(
              plan.installation().landing(),
              center,
              plan.centers().size() == 1,
              java.time.LocalDate.now(java.time.ZoneOffset.UTC),
              text -> key.hash(center.name(), text),
              before);
      ties.add(cut.tied());
      if (before.equals(ties.identifiers())) {
        return cut;
      }
    }
  }

  private int nothing(
      Run run, ErasedPersons erased, Set<String> named, boolean isKnown, Asked asked) {
    if (isKnown) {
      progress.say("nothing is there of who is erased, and who is erased is kept out");
      return ExitCode.OK;
    }
    if (!asked.keepOut()) {
      throw new DeliveryException(
          "centre %s: no record in the lake or in landing has the identifier %s; write it as the centre does, or keep it out beforehand by --keep-out"
              .formatted(center.name(), IdentifierKey.shown(first(named))));
    }
    if (!asked.dryRun()) {
      erased.note(run.lake(), run.id(), center.name(), first(named), named, true);
    }
    progress.say(
        "person %s %s kept out; nothing is there of them"
            .formatted(IdentifierKey.shown(first(named)), asked.dryRun() ? "would be" : "is"));
    return ExitCode.OK;
  }

  private void refuseOthers(PersonTies ties, Set<String> known, Asked asked) {
    Set<String> patients = ties.patients();
    if (patients.size() > 1 && !asked.withTied() && !known.containsAll(patients)) {
      throw new DeliveryException(
          "centre %s: records tie the person to %d patients (%s), by an identifier that they share: nobody is erased; correct what is wrong of it at the centre, say by an identity file that they are one, leave such identifiers to the others by --leave-shared, or erase them all by --with-tied"
              .formatted(
                  center.name(),
                  patients.size(),
                  String.join(
                      ", ", patients.stream().limit(5).map(IdentifierKey::shown).toList())));
    }
  }

  private void tell(int identifiers, Set<String> named, LandingCut cut, long rows) {
    progress.say(
        "%s of %s: %d identifiers; in the lake %d rows of records, of all versions"
            .formatted(
                named.isEmpty()
                    ? "all who are erased"
                    : "person " + IdentifierKey.shown(first(named)),
                center.name(),
                identifiers,
                rows));
    for (LandingCut.Planned file : cut.planned()) {
      progress.say(
          file.deletes()
              ? "  landing %s: goes".formatted(file.name())
              : "  landing %s: %d go".formatted(file.name(), file.records()));
    }
  }

  /** The studies of the lake, that of the command last: its report is the one in its folder. */
  private List<RunPlan> plans() {
    Map<String, RunPlan> plans = new LinkedHashMap<>();
    for (String study : Studies.of(plan.installation().lake())) {
      if (!study.equals(plan.study().name())) {
        plans.put(study, ofStudy.apply(study));
      }
    }
    List<RunPlan> all = new ArrayList<>(plans.values());
    all.add(plan);
    return all;
  }

  /** The night takes what is left of new deliveries, and nothing is lost. */
  private int cutOnly(LandingCut cut, Set<String> identifiers) {
    CutFolders folders = begin(cut);
    Night night = new Night(plan, Steps.after(folders, true, false), progress);
    int code = night(night);
    CutFolders.end(plan.installation().lake());
    return new OutFolder(plan.installation().out()).tell(identifiers, progress)
        ? code
        : ExitCode.FAILED;
  }

  private CutFolders begin(LandingCut cut) {
    CutFolders folders =
        CutFolders.unfinished(plan.installation().lake()).and(center.name(), cut.folders());
    folders.begin(plan.installation().lake());
    cut.apply();
    return folders;
  }

  private static int night(Night night) {
    night.refuse();
    Instant started = Instant.now();
    return night.execute(RunId.of(started), started);
  }

  private int erase(Run run, List<RunPlan> plans, LandingCut cut, Set<String> identifiers) {
    CutFolders folders = begin(cut);
    int code = ExitCode.OK;
    for (RunPlan each : plans) {
      boolean isOwn = each == plan;
      Night night =
          new Night(each.anew(center.name()), Steps.after(folders, isOwn, true), progress);
      code = Math.max(code, night(night));
    }
    Run after = new Run(run.id(), run.started(), plan, run.spark(), progress);
    long left = new ErasedRows(after).records(center.name(), identifiers);
    if (left > 0) {
      throw new DeliveryException(
          "centre %s: %d records of the person are still in the lake, as the centre was refused; see why above, then run the command again"
              .formatted(center.name(), left));
    }
    new ErasureEnd(after, plans).purge();
    CutFolders.end(plan.installation().lake());
    boolean clean = new OutFolder(plan.installation().out()).tell(identifiers, progress);
    return clean ? code : ExitCode.FAILED;
  }

  /** Lets a person in again, from the next delivery on. */
  int readmit(List<String> given) {
    Instant started = Instant.now();
    String id = RunId.of(started);
    String holder = Night.holder(NAME + " " + id, started);
    try (LakeLock lock = LakeLock.take(plan.installation().lake(), holder)) {
      Run run = run(id, started, true);
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
        erased.note(run.lake(), id, center.name(), hash, all, false);
        progress.say(
            "%s and %d more identifiers are kept out no longer, from the next delivery on"
                .formatted(IdentifierKey.shown(hash), all.size() - 1));
      }
      return ExitCode.OK;
    }
  }
}
