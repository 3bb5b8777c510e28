package org.hepatica.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * R with its {@code survival} package, when it is there: nothing is installed.
 *
 * @param rscript the program
 * @param version of R and the package, in words
 * @param script the measuring script, on disk
 */
public record RProgram(String rscript, String version, Path script) implements Program {

  private static final String ASKED =
      "suppressPackageStartupMessages(library(survival));"
          + "cat(R.version.string,'with survival',as.character(packageVersion('survival')))";

  /**
   * Looks for R.
   *
   * @param rscript the program's name, or its path
   * @return empty when it is not there or has no survival package
   */
  public static Optional<RProgram> find(String rscript) {
    try {
      String version = ChildProcess.run(List.of(rscript, "--vanilla", "-e", ASKED)).strip();
      return Optional.of(new RProgram(rscript, version, unpacked()));
    } catch (ChildProcessException e) {
      return Optional.empty();
    }
  }

  private static Path unpacked() {
    try (InputStream script = RProgram.class.getResourceAsStream("survival.R")) {
      Path file = Files.createTempFile("hepatica-benchmark", ".R");
      file.toFile().deleteOnExit();
      Files.copy(script, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new ChildProcessException("the script for R cannot be unpacked: " + e.getMessage());
    }
  }

  @Override
  public List<String> command(
      SurvivalTable table, SurvivalTask task, Contender contender, Runs runs, Path result) {
    return List.of(
        rscript,
        "--vanilla",
        script.toString(),
        table.plain().toString(),
        Long.toString(table.subjects()),
        task.label(),
        contender == Contender.R_TYPED ? "typed" : "bare",
        task.formula(),
        String.join(",", task.right()),
        Integer.toString(runs.repeat()),
        result.toString());
  }
}
