package org.hepatica.job;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the data dictionary. */
@Command(
    name = "dictionary",
    description = "Prints the data dictionary: every table, its key, columns, kinds and meaning.",
    mixinStandardHelpOptions = true)
final class DictionaryCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(Dictionary.markdown());
    spec.commandLine().getOut().flush();
    return ExitCode.OK;
  }
}
