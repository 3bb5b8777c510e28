package org.hepatica.job;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.TypeConversionException;

/** The launcher's program: one command a job. */
@Command(
    name = "hepatica",
    description = "From a registry of resected colorectal liver metastases to survival results.",
    mixinStandardHelpOptions = true,
    versionProvider = CodeVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      GenerateCommand.class,
      IngestCommand.class,
      DeriveCommand.class,
      AnalyzeCommand.class,
      ReportCommand.class,
      NightlyCommand.class,
      DemoCommand.class,
      RunsCommand.class,
      RefreshCommand.class,
      MaintainCommand.class,
      DeliveriesCommand.class,
      EraseCommand.class,
      KmCommand.class,
      LogrankCommand.class,
      CoxCommand.class,
      CumincCommand.class,
      FinegrayCommand.class,
      BenchmarkCommand.class,
      LakeLookCommand.class,
      CheckCommand.class,
      QuarantineCommand.class,
      GeneCommand.class,
      ExportCommand.class,
      DictionaryCommand.class,
      AutoComplete.GenerateCompletion.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 ok, 1 failed, 2 usage or configuration, 3 data refused.",
      "Shell completion: source <(jobs/hepatica generate-completion)"
    })
public final class Hepatica {

  private Hepatica() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    int code = commandLine().execute(arguments);
    Engine.stop();
    System.exit(code);
  }

  /** The command line, for main and for tests. */
  static CommandLine commandLine() {
    Failures failures = new Failures();
    return new CommandLine(new Hepatica())
        .registerConverter(LocalDate.class, Hepatica::date)
        .registerConverter(long.class, text -> number(text, Long::valueOf))
        .registerConverter(int.class, text -> number(text, Integer::valueOf))
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'%s' is no date such as 2016-01-31".formatted(text));
    }
  }

  private static <N> N number(String text, Function<String, N> parse) {
    try {
      return parse.apply(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'%s' is no whole number such as 2690".formatted(text));
    }
  }
}
