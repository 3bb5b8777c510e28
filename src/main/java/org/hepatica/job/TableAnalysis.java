package org.hepatica.job;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.hepatica.formula.NumberUse;
import org.hepatica.ml.Survival;
import org.hepatica.ml.file.DataFile;
import org.hepatica.ml.file.DataTable;
import org.hepatica.ml.file.MixedColumns;
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
  private final String weights;

  TableAnalysis(TableOptions options, CommandLine commandLine) {
    this(options, commandLine, null);
  }

  private TableAnalysis(TableOptions options, CommandLine commandLine, String weights) {
    this.options = options;
    this.commandLine = commandLine;
    this.weights = weights;
  }

  /** With case weights in a column; null for none. */
  TableAnalysis weightedBy(String column) {
    return new TableAnalysis(options, commandLine, column);
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
    DataFile file = options.file(commandLine);
    SparkSession spark = Engine.start(options.master());
    Engine.sizeFor(spark, file);
    if (!file.isSmall()) {
      new Progress(commandLine.getErr()).begin("reading " + file);
    }
    Shown shown = analyzed(file.table(spark), analysis);
    remark(shown);
    PrintWriter out = commandLine.getOut();
    out.print(shown.as(options.format));
    out.flush();
    return ExitCode.OK;
  }

  private Shown analyzed(DataTable table, Function<Survival, Shown> analysis) {
    Survival survival = Survival.of(table.rows()).formula(options.formula);
    try {
      refuseMixed(table.mixed(), survival.numbers());
      return analysis.apply(
          options.frequency == null ? survival : survival.frequency(options.frequency));
    } catch (Exception e) { // Spark throws checked exceptions that it does not declare
      throw refusal(e, table, survival);
    }
  }

  /** Of columns that a cell or two make texts, those that the analysis takes for numbers. */
  private void refuseMixed(MixedColumns mixed, NumberUse use) {
    mixed.refuseNeeded(use.needed());
    mixed.refuseNeeded(Stream.of(options.frequency, weights).filter(Objects::nonNull).toList());
    mixed.refuseCovariates(use.covariates());
  }

  /** What went wrong, where it is for the user to mend; also where a worker found it. */
  private RuntimeException refusal(Exception e, DataTable table, Survival survival) {
    List<Throwable> causes =
        Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause).toList();
    Optional<String> ofExpression =
        causes.stream().flatMap(cause -> ExpressionFailure.words(cause).stream()).findFirst();
    if (ofExpression.isPresent()) {
      table.mixed().refuseNeeded(survival.numbers().inSql());
      return new ParameterException(commandLine, ofExpression.get(), e);
    }
    return causes.stream()
        .filter(TableAnalysis::isOfFormula)
        .findFirst()
        .map(this::usage)
        .orElseGet(() -> e instanceof RuntimeException own ? own : new IllegalStateException(e));
  }

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
