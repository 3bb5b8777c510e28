package org.hepatica.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.hepatica.genomics.GenomeBuild;
import org.hepatica.lake.Lake;
import org.hepatica.portal.Exported;
import org.hepatica.portal.PortalStudy;
import org.hepatica.portal.StudyFolder;
import org.hepatica.portal.StudyWriter;
import org.hepatica.table.Gold;
import org.hepatica.table.Valid;
import org.hepatica.transform.portal.PortalAttribute;
import org.hepatica.transform.portal.PortalCohort;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The cohort as a study folder of cBioPortal. */
@Command(
    name = "cbioportal",
    description = {
      "Writes the cohort as a study folder of cBioPortal: patients with endpoints in months, one"
          + " sample a patient, mutations of the study's gene, panels, case lists.",
      "Reads the lake as the study's last good night left it. No date and no identifier is written:"
          + " a patient is the beginning of a keyed hash. A patient of unknown gene status is told as"
          + " not profiled."
    },
    mixinStandardHelpOptions = true)
final class CbioportalExportCommand implements Callable<Integer> {

  private static final int LEAST_DIGITS = 16;

  /** With what follows it a sample's id stays below the portal's 63 characters. */
  private static final int MOST_DIGITS = 48;

  /** Builds by their names. */
  static final class Builds implements ITypeConverter<GenomeBuild> {
    @Override
    public GenomeBuild convert(String text) {
      for (GenomeBuild build : GenomeBuild.values()) {
        if (build.label().equalsIgnoreCase(text)) {
          return build;
        }
      }
      throw new TypeConversionException("expected GRCh37 or GRCh38, but was '" + text + "'");
    }
  }

  @Option(
      names = "--conf",
      paramLabel = "FILE",
      description = "hepatica.conf, or its folder; default: ${DEFAULT-VALUE}")
  private Path conf = Launcher.ofRoot("conf/hepatica.conf");

  @Option(names = "--study", paramLabel = "NAME", description = "conf/studies/NAME.conf")
  private String study;

  @Option(names = "--lake", paramLabel = "DIR", description = "Folder of the Delta tables")
  private Path lake;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The study folder: empty, or not there yet")
  private Path out;

  @Option(names = "--overwrite", description = "Replace an earlier export in that folder")
  private boolean overwrite;

  @Option(
      names = "--study-id",
      paramLabel = "ID",
      description =
          "The portal's cancer_study_identifier; default: the study's name, as in my_study")
  private String studyId;

  @Option(
      names = "--build",
      paramLabel = "BUILD",
      converter = Builds.class,
      description = "Genome of the positions: GRCh37 (default) or GRCh38")
  private GenomeBuild build = GenomeBuild.GRCH37;

  @Option(
      names = "--digits",
      paramLabel = "N",
      description = "Hexadecimal digits of a patient's id, 16 to 48; default: ${DEFAULT-VALUE}")
  private int digits = LEAST_DIGITS;

  @Option(
      names = "--as-of",
      paramLabel = "RUN|DATE",
      description = "The lake as it was at the end of a run (jobs/hepatica runs), or of a day")
  private String asOf;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    RunPlan plan = plan();
    StudyFolder folder = new StudyFolder(out);
    folder
        .refusal(overwrite)
        .ifPresent(
            why -> {
              throw usage("--out: " + why);
            });
    SparkSession spark = Engine.start(plan.installation());
    Lake whole = Lake.open(spark, plan.installation().lake(), plan.study().name());
    PastRun run = run(whole, plan);
    Lake then = whole.at(run.versions());
    if (then.version(Gold.SUBJECT).isEmpty()) {
      throw new NotFoundException(
          "run %s left no cohort of study %s: run jobs/nightly first"
              .formatted(run.id(), plan.study().name()));
    }
    Engine.sizeFor(spark, plan.installation(), then.bytes(Gold.SUBJECT));
    PortalCohort cohort = new PortalCohort(plan.study(), Valid.now(then));
    List<PortalAttribute> told = known(cohort);
    PortalStudy portal = PortalStudy.of(plan.study(), id(plan), build);
    Exported exported =
        folder.write(
            place ->
                new StudyWriter(portal, told)
                    .write(cohort.rows(told, digits).toLocalIterator(), place));
    say(portal, run, exported);
    return ExitCode.OK;
  }

  private RunPlan plan() {
    if (digits < LEAST_DIGITS || digits > MOST_DIGITS) {
      throw usage("--digits %d: give it 16 to 48".formatted(digits));
    }
    if (studyId != null && !studyId.matches(PortalStudy.ID_PATTERN)) {
      throw usage(
          "--study-id %s: the portal takes lower-case letters, digits and _".formatted(studyId));
    }
    RunOptions options = new RunOptions();
    options.conf = conf;
    options.study = study;
    options.lake = lake;
    RunPlan plan = options.plan();
    if (!Files.isDirectory(plan.installation().lake())) {
      throw usage("there is no lake %s; give --lake".formatted(plan.installation().lake()));
    }
    return plan;
  }

  private String id(RunPlan plan) {
    return studyId != null ? studyId : PortalStudy.idOf(plan.study().name());
  }

  /** The run asked for; the last good one where none is. */
  private PastRun run(Lake lake, RunPlan plan) {
    PastRuns runs = PastRuns.of(lake, plan.study().name());
    if (asOf != null) {
      return runs.asOf(asOf);
    }
    return runs.all().stream()
        .filter(PastRun::isGood)
        .findFirst()
        .orElseThrow(
            () ->
                new NotFoundException(
                    "no night of study %s has ended well in %s: run jobs/nightly first"
                        .formatted(plan.study().name(), plan.installation().lake())));
  }

  /** The attributes that somebody has. */
  private static List<PortalAttribute> known(PortalCohort cohort) {
    Row counts = cohort.known().first();
    List<PortalAttribute> known = new ArrayList<>();
    for (int i = 0; i < cohort.attributes().size(); i++) {
      if (counts.getLong(i) > 0) {
        known.add(cohort.attributes().get(i));
      }
    }
    return known;
  }

  private void say(PortalStudy portal, PastRun run, Exported exported) {
    Progress progress = new Progress(spec.commandLine().getOut());
    progress.say(
        "study %s of run %s: %d patients".formatted(portal.id(), run.id(), exported.patients()));
    portal
        .gene()
        .ifPresent(
            gene ->
                progress.say(
                    "%s: %d profiled, %d of these mutated; %d of unknown status not profiled; %d of %d mutations have a place in %s"
                        .formatted(
                            gene,
                            exported.gene().profiled(),
                            exported.gene().mutated(),
                            exported.patients() - exported.gene().profiled(),
                            exported.gene().placed(),
                            exported.gene().variants(),
                            portal.build().label())));
    progress.say("study folder: " + out);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
