package org.hepatica.job;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.RuleSet;
import org.hepatica.quality.Copies;
import org.hepatica.source.DeliveredFile;
import org.hepatica.source.FileCheck;
import org.hepatica.source.Glance;
import org.hepatica.source.IdentifierKey;
import org.hepatica.source.Landing;
import org.hepatica.source.Records;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.transform.ingest.Preview;
import org.hepatica.transform.ingest.QuarantinePreview;
import org.hepatica.transform.ingest.RegistryIngest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Validates a configuration and its sources; writes nothing. */
@Command(
    name = "check",
    description =
        "Validates configuration and sources without writing; shows first rows as understood,"
            + " and what would be quarantined.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  /** Records that are looked at unless all are: those that start on the first lines of a file. */
  private static final int LINES = 50;

  @Mixin private RunOptions options;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Rows shown of each table; default: ${DEFAULT-VALUE}")
  int rows = 3;

  @Option(
      names = "--all",
      description = "Look at every record, not only at the first lines of each file")
  boolean all;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    RunPlan plan = options.plan();
    Progress progress = new Progress(spec.commandLine().getOut());
    if (options.dryRun) {
      progress.say("check: reads configuration and landing; writes nothing");
      return ExitCode.OK;
    }
    SparkSession spark = Engine.start(plan.installation());
    Expressions.check(spark, plan);
    progress.say("configuration: ok, study " + plan.study().name());
    plan.study()
        .gene()
        .filter(gene -> gene.locus().isEmpty())
        .ifPresent(
            gene ->
                progress.say(
                    "  of %s no place is known: its variants are read by their texts alone, and a genome says nothing of it; add conf/genes/%s.conf, or correct study.gene.symbol"
                        .formatted(gene.symbol(), gene.symbol())));
    sources(plan, spark, progress);
    return ExitCode.OK;
  }

  private void sources(RunPlan plan, SparkSession spark, Progress progress) {
    List<Center> centers = DatabaseCheck.centersWithFiles(plan, progress);
    Landing.Listing listing =
        Landing.list(
                plan.installation().landing(),
                centers,
                LocalDate.now(ZoneOffset.UTC),
                Glance.at(plan.installation().landing()))
            .whole();
    listing.files().forEach(f -> progress.say("  " + f.export() + ": " + f.name()));
    FileCheck.headers(centers, listing.files(), plan::namedColumns);
    plan.refuseMappings();
    Deliveries.warnOfUnmatched(listing.unmatched(), progress);
    long bytes = listing.files().stream().mapToLong(DeliveredFile::bytes).sum();
    Engine.sizeFor(spark, plan.installation(), bytes);
    Dataset<Row> records =
        Copies.numbered(
            Records.read(
                spark, centers, listing.files(), IdentifierKey.passing().spelled(centers)));
    centers.forEach(center -> understand(records, center, plan.rules(), progress));
  }

  private void understand(Dataset<Row> records, Center center, RuleSet rules, Progress progress) {
    Column wanted =
        col(Registry.SOURCE_LINE)
            .leq(LINES)
            .or(col(Operational.EXPORT).isInCollection(RegistryIngest.joined(center)));
    Dataset<Row> own = records.where(col(Registry.CENTER).equalTo(center.name()));
    List<Dataset<Row>> kept = new ArrayList<>();
    RegistryIngest.Result whole =
        RegistryIngest.run(
            all ? own : own.where(wanted),
            Map.of(center.name(), center),
            all ? rules : rules.ofRows(),
            judged -> {
              kept.add(judged.persist(StorageLevel.MEMORY_AND_DISK()));
              return kept.get(0);
            });
    RegistryIngest.Result result = all ? whole : whole.ofFirstLines(LINES);
    for (Preview.TableRows table : Preview.of(result, center, rows)) {
      progress.say("");
      progress.say(center.name() + ", " + table.table() + ":");
      table.lines().forEach(line -> progress.say("  " + line));
    }
    progress.say("");
    progress.say(center.name() + ", quarantine:");
    String among =
        all ? "all records" : "the records of the first " + LINES + " lines of each file";
    QuarantinePreview.of(result, among).forEach(line -> progress.say("  " + line));
    if (center.genomics().isPresent()) {
      progress.say("  what its laboratories' files hold is judged by derive, not here");
    }
    rules(result, rules, progress);
    kept.forEach(judged -> judged.unpersist());
  }

  /** Rules that look at more than a row say nothing of a part of the records. */
  private void rules(RegistryIngest.Result result, RuleSet rules, Progress progress) {
    if (rules.isEmpty()) {
      return;
    }
    progress.say("");
    progress.say("quality rules " + rules.name() + ":");
    List<Row> counts = result.quality().collectAsList();
    List<String> failing = FailingRules.lines(counts.stream().map(FailingRules::of).toList());
    failing.forEach(line -> progress.say("  " + line));
    if (failing.isEmpty()) {
      progress.say("  none fails");
    }
    int left = rules.ofPatients().rules().size();
    if (!all && left > 0) {
      progress.say("  %d that see a patient's other rows need --all".formatted(left));
    }
  }
}
