package org.hepatica.job;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hepatica.lake.Lake;
import org.hepatica.ml.show.Format;
import org.hepatica.table.Genomic;
import org.hepatica.table.Operational;
import org.hepatica.table.TableDefinition;
import org.hepatica.transform.ingest.Preview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows and exports what is quarantined, as the last good night left it. */
@Command(
    name = "quarantine",
    description =
        "Lists what is withheld, and why: counts by centre, rule and table, or with --rows each"
            + " record and cell with its file and line. Reads the lake as the last good night left"
            + " it; a row that is corrected at its source leaves by itself with the next delivery.",
    mixinStandardHelpOptions = true)
final class QuarantineCommand implements Callable<Integer> {

  private static final long ROWS_OF_TEXT = 100;

  @Option(
      names = "--conf",
      paramLabel = "FILE",
      description = "hepatica.conf, or its folder; default: ${DEFAULT-VALUE}")
  private Path conf = Launcher.ofRoot("conf/hepatica.conf");

  @Option(names = "--study", paramLabel = "NAME", description = "conf/studies/NAME.conf")
  private String study;

  @Option(names = "--lake", paramLabel = "DIR", description = "Folder of the Delta tables")
  private Path lake;

  @Mixin private QuarantineFilter filter;

  @Option(names = "--rows", description = "Each record and cell, instead of counts")
  private boolean rows;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default), csv or json; csv and json are whole, unless --limit is given")
  private Format format = Format.TEXT;

  @Option(names = "--out", paramLabel = "FILE", description = "Write there, not to the terminal")
  private Path out;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many lines; default: all, but 100 rows of text")
  private Long limit;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (limit != null && limit < 1) {
      throw usage("--limit " + limit + ": give it 1 or more");
    }
    RunOptions options = new RunOptions();
    options.conf = conf;
    options.study = study;
    options.lake = lake;
    RunPlan plan = options.plan();
    if (!Files.isDirectory(plan.installation().lake())) {
      throw usage("there is no lake %s; give --lake".formatted(plan.installation().lake()));
    }
    SparkSession spark = Engine.start(plan.installation());
    Lake whole = Lake.open(spark, plan.installation().lake(), plan.study().name());
    Lake good = new RunLog(whole).lastGood(plan);
    Engine.sizeFor(spark, plan.installation(), good.bytes(Operational.QUARANTINE));
    write(filter.of(withheld(good)));
    return ExitCode.OK;
  }

  private static Dataset<Row> withheld(Lake lake) {
    TableDefinition gene = Genomic.GENE_QUARANTINE;
    Dataset<Row> registry = lake.read(Operational.QUARANTINE);
    return lake.version(gene).isEmpty() ? registry : registry.unionByName(lake.read(gene));
  }

  private void write(Dataset<Row> withheld) {
    Dataset<Row> shown = rows ? QuarantineText.ordered(withheld) : QuarantineText.counts(withheld);
    long most = limit != null ? limit : rows && format == Format.TEXT ? ROWS_OF_TEXT : -1;
    QuarantineText text = new QuarantineText(rows, format, most);
    if (out == null) {
      PrintWriter terminal = spec.commandLine().getOut();
      text.write(shown, terminal);
      terminal.flush();
      return;
    }
    try (Writer file = Files.newBufferedWriter(out)) {
      text.write(shown, file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + out, e);
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** A value for the terminal: of a hash {@code #} and 12 digits. */
  static String shown(Object value) {
    return value == null ? "" : Preview.shown(value);
  }
}
