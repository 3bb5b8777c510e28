package org.hepatica.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What a run leaves beside the lake: its manifest, and for people where the report is. */
final class Outputs {

  private Outputs() {}

  /** Shows the study's main numbers, and at the very end where the report is. */
  static void show(RunPlan plan, Progress progress) {
    show(plan, progress, List.of());
  }

  /** The same with what somebody has to see to before the end, where it is not overlooked. */
  static void show(RunPlan plan, Progress progress, List<String> problems) {
    Path out = plan.installation().out();
    Headlines.print(plan, out.resolve("results"), progress);
    say(progress, problems);
    progress.say("");
    progress.say("report: " + out.resolve("report.html"));
  }

  /** Says what somebody has to see to. */
  static void say(Progress progress, List<String> problems) {
    if (!problems.isEmpty()) {
      progress.say("");
      problems.forEach(progress::say);
    }
  }

  /** Writes the manifest of a run that did something, and says where things are. */
  static void finish(Run run, Manifest manifest) {
    Path out = run.plan().installation().out();
    if (!manifest.nothingDone()) {
      try {
        Files.createDirectories(out);
        Files.writeString(out.resolve("manifest.json"), manifest.json(Instant.now()) + "\n");
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write the manifest into " + out, e);
      }
    }
  }
}
