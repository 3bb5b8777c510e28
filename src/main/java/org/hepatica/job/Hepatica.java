package org.hepatica.job;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

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
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true);
  }
}
