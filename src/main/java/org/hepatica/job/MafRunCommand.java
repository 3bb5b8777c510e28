package org.hepatica.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hepatica.benchmark.MutationFiles;
import org.hepatica.benchmark.MutationScan;
import org.hepatica.genomics.Observation;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.GenesKept;
import org.hepatica.source.DeliveredFile;
import org.hepatica.source.IdentifierKey;
import org.hepatica.source.Records;
import org.hepatica.table.Operational;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads and scans mutations in this process and writes what it saw. */
@Command(
    name = "maf-run",
    hidden = true,
    description = "Measures the reader of mutations in this process.",
    mixinStandardHelpOptions = true)
final class MafRunCommand implements Callable<Integer> {

  private static final String CENTER = "benchmark";
  private static final String EXPORT = "mutations";

  @Mixin private MutationTable table;

  @Option(names = "--result", required = true)
  Path result;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    MutationFiles files = table.files(spec.commandLine());
    SparkSession spark = Engine.start("local[*]");
    Center center = center();
    List<DeliveredFile> delivered = delivered(files);
    IdentifierKey key = IdentifierKey.passing();
    MutationScan.measure(
            spark,
            files,
            () -> counted(Records.read(spark, List.of(center), delivered, key)),
            table.repeat)
        .write(result);
    return ExitCode.OK;
  }

  private static MutationScan.Counted counted(Dataset<Row> records) {
    Column left = col(Operational.CELLS).getItem(Observation.ROWS).cast("bigint");
    Row counts =
        records.agg(count_if(left.isNull()), coalesce(sum(left), lit(0L))).collectAsList().get(0);
    return new MutationScan.Counted(counts.getLong(0), counts.getLong(1));
  }

  private static Center center() {
    Map<String, Center.Export> exports = new LinkedHashMap<>();
    exports.put(
        EXPORT,
        new Center.Export(
            EXPORT,
            "*",
            "maf",
            '\t',
            "UTF-8",
            List.of(),
            List.of(),
            List.of(),
            Center.Content.SNAPSHOT));
    return new Center(CENTER, CENTER, exports, List.of(), Optional.empty(), Center.Arrival.USUAL)
        .keeping(new GenesKept(List.of(), List.of("KRAS", "3845")));
  }

  private static List<DeliveredFile> delivered(MutationFiles files) throws IOException {
    List<DeliveredFile> delivered = new ArrayList<>();
    for (Path file : files.files()) {
      String name = file.getFileName().toString();
      delivered.add(
          new DeliveredFile(
              CENTER, "2026-01-01", EXPORT, name, file, name, Files.size(file), name, 0, ""));
    }
    return delivered;
  }
}
