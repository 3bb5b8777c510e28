package org.hepatica.job;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.Set;
import org.hepatica.formula.Suggestion;
import org.hepatica.lake.DiskFailure;
import org.hepatica.lake.LakeBusyException;
import org.hepatica.lake.LogFolder;
import org.hepatica.lake.TableException;
import org.hepatica.ml.file.DataFileException;
import org.hepatica.portal.PortalException;
import org.hepatica.protocol.ProtocolException;
import org.hepatica.source.DeliveryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into words for people and an exit code for schedulers. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  @Override
  public int handleExecutionException(
      Exception thrown, CommandLine commandLine, ParseResult parsed) {
    PrintWriter err = commandLine.getErr();
    Exception e = LogFolder.told(thrown).<Exception>map(told -> told).orElse(thrown);
    if (e instanceof ProtocolException problems) {
      err.println("hepatica: the configuration cannot be used; nothing was touched");
      problems.problems().forEach(problem -> err.println("  " + problem));
      return ExitCode.USAGE;
    }
    if (e instanceof DeliveryException refused) {
      err.println("hepatica: data refused; the lake is as it was");
      refused.getMessage().lines().forEach(line -> err.println("  " + line));
      return ExitCode.DATA_REFUSED;
    }
    if (e instanceof DataFileException refused) {
      err.println("hepatica: " + refused.getMessage());
      return ExitCode.DATA_REFUSED;
    }
    if (e instanceof LakeBusyException busy) {
      err.println("hepatica: " + busy.getMessage());
      return ExitCode.FAILED;
    }
    if (e instanceof TableException refused) {
      err.println("hepatica: what the last good run left is as it was");
      refused.getMessage().lines().forEach(line -> err.println("  " + line));
      return ExitCode.FAILED;
    }
    if (e instanceof PortalException refused) {
      err.println("hepatica: nothing is exported: " + refused.getMessage());
      return ExitCode.FAILED;
    }
    if (e instanceof NotFoundException none) {
      err.println("hepatica: " + none.getMessage());
      return ExitCode.USAGE;
    }
    Optional<String> disk = DiskFailure.told(e);
    if (disk.isPresent()) {
      err.println("hepatica: " + disk.get());
      return ExitCode.FAILED;
    }
    LOG.error("run failed", e);
    err.println("hepatica: failed: " + first(e));
    Launcher.log().ifPresent(log -> err.println("  the whole story is in " + log));
    return ExitCode.FAILED;
  }

  /** The error and where help is; the whole help would push the error out of sight. */
  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    command.getErr().println("hepatica: " + unknown(e).orElse(e.getMessage()));
    if (e instanceof UnmatchedArgumentException unmatched) {
      near(unmatched).ifPresent(near -> command.getErr().println("  did you mean '" + near + "'?"));
    }
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println("  see jobs/" + name + " --help");
    return ExitCode.USAGE;
  }

  /** A word where a command belongs; empty when it is something else. */
  private static Optional<String> unknown(ParameterException e) {
    Set<String> commands = e.getCommandLine().getSubcommands().keySet();
    return Optional.of(e)
        .filter(any -> any instanceof UnmatchedArgumentException && !commands.isEmpty())
        .flatMap(any -> ((UnmatchedArgumentException) any).getUnmatched().stream().findFirst())
        .filter(word -> !word.startsWith("-"))
        .map(
            word ->
                "there is no command '%s'; there are %s"
                    .formatted(word, String.join(", ", commands)));
  }

  /** The parser suggests something for every word; only what is near is worth saying. */
  private static Optional<String> near(UnmatchedArgumentException unmatched) {
    String word = unmatched.getUnmatched().isEmpty() ? "" : unmatched.getUnmatched().get(0);
    return Suggestion.nearest(word.split("=", 2)[0], unmatched.getSuggestions());
  }

  /** The first line of the message, or the kind of error when it has none. */
  private static String first(Throwable e) {
    String message = e.getMessage();
    return message == null
        ? e.getClass().getSimpleName()
        : message.lines().findFirst().orElse(e.getClass().getSimpleName());
  }
}
