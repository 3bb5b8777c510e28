package org.hepatica.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** What a run leaves beside the lake: its manifest, and for people where the report is. */
final class Outputs {

  private Outputs() {}

  /** Shows the study's main numbers, and at the very end where the report is. */
  static void show(RunPlan plan, Progress progress) {
    Path out = plan.installation().out();
    Headlines.print(plan, out.resolve("results"), progress);
    progress.say("");
    progress.say("report: " + out.resolve("report.html"));
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
