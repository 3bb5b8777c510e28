package org.hepatica.job;

import java.io.PrintWriter;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hepatica.ml.Survival;
import org.hepatica.ml.file.DataFile;
import org.hepatica.ml.show.Format;
import org.hepatica.ml.show.Omitted;
import org.hepatica.ml.show.Shown;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Analyses a table and prints the result on standard output; whatever else there is to say goes to
 * standard error.
 */
final class TableAnalysis {

  private final TableOptions options;
  private final CommandLine commandLine;

  TableAnalysis(TableOptions options, CommandLine commandLine) {
    this.options = options;
    this.commandLine = commandLine;
  }

  /**
   * Prints.
   *
   * @param analysis of the table by the formula, subjects counted
   * @return the exit code
   * @throws ParameterException if formula and table do not fit each other
   * @throws org.hepatica.ml.file.DataFileException if the table cannot be read
   */
  int print(Function<Survival, Shown> analysis) {
    options.refuseUnknownKeys(commandLine);
    DataFile file = DataFile.of(options.data).withMissing(options.missing);
    SparkSession spark = Engine.start(options.master());
    Engine.sizeFor(spark, file);
    if (!file.isSmall()) {
      new Progress(commandLine.getErr()).begin("reading " + file);
    }
    Dataset<Row> rows = file.read(spark);
    Shown shown = analyzed(rows, analysis);
    remark(shown);
    PrintWriter out = commandLine.getOut();
    out.print(shown.as(options.format));
    out.flush();
    return ExitCode.OK;
  }

  private Shown analyzed(Dataset<Row> rows, Function<Survival, Shown> analysis) {
    Survival survival = Survival.of(rows).formula(options.formula);
    try {
      return analysis.apply(
          options.frequency == null ? survival : survival.frequency(options.frequency));
    } catch (Exception e) { // Spark throws checked exceptions that it does not declare
      throw Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
          .filter(TableAnalysis::isOfFormula)
          .findFirst()
          .map(this::usage)
          .orElseThrow(
              () -> e instanceof RuntimeException own ? own : new IllegalStateException(e));
    }
  }

  /** Also where a worker found it. */
  private static boolean isOfFormula(Throwable cause) {
    return cause instanceof IllegalArgumentException || cause instanceof AnalysisException;
  }

  private RuntimeException usage(Throwable cause) {
    String message = cause.getMessage();
    return new ParameterException(
        commandLine,
        cause instanceof AnalysisException ? message.lines().findFirst().orElse(message) : message,
        cause);
  }

  private void remark(Shown shown) {
    PrintWriter err = commandLine.getErr();
    shown.warnings().forEach(warning -> err.println("hepatica: " + warning));
    if (shown.missing() > 0 && options.format != Format.TEXT) {
      err.println("hepatica: " + Omitted.words(shown.missing()));
    }
    err.flush();
  }
}
