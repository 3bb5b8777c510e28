package org.hepatica.job;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** The steps of a night and the jobs made of them. */
final class Steps {

  private Steps() {}

  static List<Step> ingest() {
    return List.of(new IngestStep());
  }

  static List<Step> derive() {
    return List.of(new DeriveStep());
  }

  static List<Step> analyze() {
    return List.of(new AnalyzeStep());
  }

  static List<Step> compare() {
    return List.of(new CompareStep());
  }

  static List<Step> report() {
    return List.of(new ReportStep());
  }

  static List<Step> nightly() {
    return Stream.of(ingest(), derive(), analyze(), compare(), report())
        .flatMap(List::stream)
        .toList();
  }

  /** A night that takes a delivery out. */
  static List<Step> without(Withdrawal delivery) {
    List<Step> steps = new ArrayList<>(nightly());
    steps.set(0, new IngestStep(delivery));
    return steps;
  }

  /**
   * A night after persons were cut out of landing. It is held against no earlier one that had them:
   * that would tell of them.
   *
   * @param reports whether it is one whose report is known to lie in the run's folder
   * @param afresh whether the night before had them
   */
  static List<Step> after(CutFolders cut, boolean reports, boolean afresh) {
    List<Step> steps = new ArrayList<>(List.of(new IngestStep(cut)));
    Stream.of(derive(), analyze(), List.of(new CompareStep(afresh))).forEach(steps::addAll);
    if (reports) {
      steps.addAll(report());
    }
    return steps;
  }

  /** Runs steps by a command's options, or prints their plan. */
  static int run(RunOptions options, List<Step> steps, CommandSpec spec) {
    Progress progress = new Progress(spec.commandLine().getOut());
    RunPlan plan = options.plan();
    Night night = new Night(plan, steps, progress);
    if (options.dryRun) {
      night.describe();
      return ExitCode.OK;
    }
    int code = night.execute();
    progress.summary();
    if (steps.stream().anyMatch(ReportStep.class::isInstance)) {
      Outputs.show(plan, progress, night.problems());
    } else {
      Outputs.say(progress, night.problems());
    }
    return code;
  }
}
