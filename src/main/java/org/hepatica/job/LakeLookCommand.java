package org.hepatica.job;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hepatica.benchmark.LakeLook;
import org.hepatica.lake.Lake;
import org.hepatica.table.Operational;
import org.hepatica.table.Refresh;
import org.hepatica.table.TableDefinition;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Looks at lakes for the benchmark, in a process that has seen none of their nights. It stands
 * beside the nights, for the launcher to start it as it starts them.
 */
@Command(
    name = "lake-look",
    hidden = true,
    description = "Lists the runs of lakes, and hashes the rows that the last good one left.",
    mixinStandardHelpOptions = true)
final class LakeLookCommand implements Callable<Integer> {

  @Mixin private RunOptions options;

  @Parameters(paramLabel = "LAKE", arity = "1..*", description = "Folders of lakes")
  private List<Path> lakes;

  @Option(names = "--tables", description = "Hash the tables' rows, too")
  boolean tables;

  @Option(names = "--result", required = true, paramLabel = "FILE", description = "JSON, by lake")
  Path result;

  @Override
  public Integer call() throws IOException {
    RunPlan plan = options.plan();
    Map<String, LakeLook> looks = new LinkedHashMap<>();
    for (Path folder : lakes) {
      looks.put(folder.toString(), look(plan, folder));
    }
    LakeLook.write(looks, result);
    return ExitCode.OK;
  }

  private LakeLook look(RunPlan plan, Path folder) {
    String said = runs(folder);
    String study = plan.study().name();
    Lake lake = Lake.open(Engine.start(plan.installation()), folder, study);
    Engine.sizeFor(
        Engine.start(plan.installation()), plan.installation(), lake.bytes(Operational.RECORD));
    RunLog log = new RunLog(lake);
    List<PastRun> runs = PastRuns.of(lake, study).all();
    int good = (int) runs.stream().filter(PastRun::isGood).count();
    List<TableDefinition> business = new ArrayList<>(Dictionary.versioned());
    business.removeAll(Refresh.ALL);
    Lake left = lake.at(log.lastVersions(study).orElse(Map.of()));
    return new LakeLook(
        good,
        runs.size() - good,
        said,
        new Recovery(lake, log, study).find(),
        tables ? TableDigest.of(left, business) : Map.of(),
        tables ? TableDigest.of(left, Refresh.ALL) : Map.of(),
        log.lastManifest(study).orElse(""));
  }

  /** What the command says when it fails; nothing when it does not. */
  private String runs(Path folder) {
    StringWriter said = new StringWriter();
    CommandLine commandLine = Hepatica.commandLine();
    commandLine.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
    int code =
        commandLine.execute("runs", "--conf", options.conf.toString(), "--lake", folder.toString());
    return code == ExitCode.OK ? "" : said.toString();
  }
}
