package org.hepatica.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hepatica.genomics.GeneState;
import org.hepatica.lake.Lake;
import org.hepatica.ml.show.Format;
import org.hepatica.protocol.Study;
import org.hepatica.table.Genomic;
import org.hepatica.table.Registry;
import org.hepatica.table.Tables;
import org.hepatica.transform.genomics.PlatformStrictness;
import org.hepatica.transform.genomics.StatusesAt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why a patient's gene has the status that it has. */
@Command(
    name = "gene",
    description = {
      "Defends the gene's status assay by assay: of each patient who is named, the status, its reason,"
          + " and what every assay contributed. Without a patient, how many have each status.",
      "Reads the lake as the last good night left it. --at DATE leaves out results of later days:"
          + " what was known to the clinic, not what was delivered (that is analyze --valid-at)."
    },
    mixinStandardHelpOptions = true)
final class GeneCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..*",
      paramLabel = "PATIENT",
      description =
          "An identifier as the centre delivers it, or # and 12 or more digits of its hash")
  private List<String> patients = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "Read patients from a file, one a line, or from standard input: -")
  private String from;

  @Option(names = "--list", description = "A line a patient")
  private boolean list;

  @Option(
      names = "--files",
      description = "How strict the readers were: what became of each file's records, and why")
  private boolean files;

  @Option(names = "--conflicts", description = "Only patients whose platforms disagree")
  private boolean conflicts;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only patients of this state, such as indeterminate")
  private String state;

  @Option(
      names = "--at",
      paramLabel = "DATE",
      description = "The status by results of this day and before, such as 2012-12-31")
  private LocalDate at;

  @Option(
      names = "--center",
      paramLabel = "NAME",
      split = ",",
      description = "Of these centres; default: the study's")
  private List<String> centers;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text (default), csv or json: rows of gene_evidence; with --list of gene_status")
  private Format format = Format.TEXT;

  @Option(names = "--out", paramLabel = "FILE", description = "Write there, not to the terminal")
  private Path out;

  @Option(
      names = "--conf",
      paramLabel = "FILE",
      description = "hepatica.conf, or its folder; default: ${DEFAULT-VALUE}")
  private Path conf = Launcher.ofRoot("conf/hepatica.conf");

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "One key of the configuration for this run")
  private Map<String, String> sets = new LinkedHashMap<>();

  @Option(names = "--study", paramLabel = "NAME", description = "conf/studies/NAME.conf")
  private String study;

  @Option(names = "--lake", paramLabel = "DIR", description = "Folder of the Delta tables")
  private Path lake;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    RunPlan plan = plan();
    Study.Gene gene =
        plan.study()
            .gene()
            .orElseThrow(() -> usage("study %s has no gene".formatted(plan.study().name())));
    refuseUnknownState();
    List<String> given = GivenPatients.read(patients, from);
    GivenPatients.malformed(given)
        .ifPresent(
            text -> {
              throw usage("'%s' is not # and 12 or more digits of a hash".formatted(text));
            });
    SparkSession spark = Engine.start(plan.installation());
    Lake good =
        new RunLog(Lake.open(spark, plan.installation().lake(), plan.study().name()))
            .lastGoodOfItsOwn(plan);
    Engine.sizeFor(spark, plan.installation(), good.bytes(Genomic.GENE_EVIDENCE));
    if (files) {
      Tables holding = DeriveStep.ofCenters(plan, good);
      Dataset<Row> strictness = PlatformStrictness.rows(holding, plan.centers(), gene);
      write(to -> GeneText.files(strictness, format, to));
      return ExitCode.OK;
    }
    tell(plan, good, gene, given);
    return ExitCode.OK;
  }

  private void tell(RunPlan plan, Lake good, Study.Gene gene, List<String> given) {
    GivenPatients named = new GivenPatients(plan);
    Dataset<Row> all =
        statuses(good, gene).where(col(Registry.CENTER).isInCollection(plan.centers().keySet()));
    Dataset<Row> asked = given.isEmpty() ? all : all.where(named.named(given));
    List<String> missing =
        given.isEmpty()
            ? List.of()
            : named.missing(
                given, asked.select(Registry.CENTER, Registry.PATIENT_ID).collectAsList());
    GeneText text =
        new GeneText(
            asked.where(filter()), evidence(good, gene), good.read(Genomic.ASSAY_CALL), format);
    if (missing.size() < given.size() || given.isEmpty()) {
      write(to -> write(text, given.isEmpty(), to));
    }
    if (!missing.isEmpty()) {
      throw new NotFoundException(
          "no patient of the study has such an identifier: of those given number "
              + String.join(", ", missing));
    }
  }

  private void refuseUnknownState() {
    List<String> states = Stream.of(GeneState.values()).map(GeneState::label).toList();
    if (state != null && !states.contains(state)) {
      throw usage("--state: '%s' is none of '%s'".formatted(state, String.join("', '", states)));
    }
  }

  private RunPlan plan() {
    RunOptions options = new RunOptions();
    options.conf = conf;
    options.sets = sets;
    options.study = study;
    options.lake = lake;
    options.centers = centers;
    RunPlan plan = options.plan();
    if (!Files.isDirectory(plan.installation().lake())) {
      throw usage("there is no lake %s; give --lake".formatted(plan.installation().lake()));
    }
    return plan;
  }

  private Column filter() {
    Column wanted = lit(true);
    if (conflicts) {
      wanted = wanted.and(col(Genomic.CONFLICT));
    }
    if (state != null) {
      wanted = wanted.and(col(Genomic.GENE_STATE).equalTo(state));
    }
    return wanted;
  }

  private Dataset<Row> statuses(Tables good, Study.Gene gene) {
    return at == null ? good.read(Genomic.GENE_STATUS) : new StatusesAt(good, gene, at).statuses();
  }

  private Dataset<Row> evidence(Tables good, Study.Gene gene) {
    return at == null
        ? good.read(Genomic.GENE_EVIDENCE)
        : new StatusesAt(good, gene, at).evidence();
  }

  private void write(GeneText text, boolean ofAll, Writer to) throws IOException {
    if (list) {
      text.list(to);
    } else if (ofAll && format == Format.TEXT) {
      text.counts(to);
      if (at != null) {
        text.undated(to);
      }
    } else {
      text.evidence(to);
    }
  }

  /** A text that is written to a terminal or a file. */
  private interface Text {
    void write(Writer to) throws IOException;
  }

  private void write(Text text) {
    try {
      if (out == null) {
        PrintWriter terminal = spec.commandLine().getOut();
        text.write(terminal);
        terminal.flush();
        return;
      }
      try (Writer file = Files.newBufferedWriter(out)) {
        text.write(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write " + (out == null ? "to the terminal" : out.toString()), e);
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
