package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hepatica.benchmark.FolderTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scheduler is told, and what stays as it was, when something is wrong. */
class RefusalsIT {

  @TempDir Path folder;

  private Path landing;

  @BeforeEach
  void makeLanding() throws IOException {
    landing = Files.createDirectories(folder.resolve("landing"));
  }

  @Test
  void aBrokenConfigurationExitsWith2NamingFileLineAndKey() throws IOException {
    Path conf = Files.createDirectories(folder.resolve("conf"));
    Files.writeString(
        conf.resolve("hepatica.conf"),
        "hepatica {\n  study = none-such\n  landign = data/landing\n}\n");
    Launched check = Launched.run("check", "--conf", conf.resolve("hepatica.conf").toString());
    assertThat(check.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(check.err()).contains("hepatica.conf:3").contains("landign").contains("landing");
  }

  @Test
  void anUnknownOptionExitsWith2SayingWhatWasMeantAndWhereHelpIs() {
    Launched slip = Launched.run("nightly", "--studdy", "gholami-2019");
    assertThat(slip.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(slip.err().lines())
        .hasSize(3)
        .satisfiesExactly(
            error ->
                assertThat(error).startsWith("hepatica: Unknown option").contains("'--studdy'"),
            near -> assertThat(near).isEqualTo("  did you mean '--study'?"),
            help -> assertThat(help).isEqualTo("  see jobs/hepatica nightly --help"));
    assertThat(Launched.run("nigthly").err())
        .contains("did you mean 'nightly'?")
        .contains("see jobs/hepatica --help");
  }

  @Test
  void anUnknownStudyOrCentreIsBlamedOnTheOptionThatWasTyped() {
    Launched study = Launched.in(folder, "nightly", "--study", "gholami-2091");
    assertThat(study.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(study.err())
        .contains("--study: no file conf/studies/gholami-2091.conf; did you mean 'gholami-2019'?")
        .contains("known studies: crlm-prognosis, gholami-2019, kras-survival")
        .doesNotContain("--set");
    Launched center = Launched.in(folder, "check", "--center", "tcia");
    assertThat(center.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(center.err())
        .contains("--center: no file conf/centers/tcia.conf;")
        .contains("known centers: cbioportal, synthetic, tcia-crlm");
  }

  @Test
  void aConfigurationElsewhereIsNamedAsItWasTyped() throws IOException {
    Path conf = SmallHospital.write(folder, "center { name = my-hospital }\n", "id\n");
    assertThat(Launched.in(folder, "check", "--conf", conf.toString()).err())
        .contains("  " + conf.resolve("centers/my-hospital.conf") + ":1: center.exports: missing");
    Path none = folder.resolve("none/hepatica.conf");
    assertThat(Launched.in(folder, "check", "--conf", none.toString()).err())
        .contains("  " + none + ": no such file");
  }

  @Test
  void aMissingLandingFolderIsRefusedBeforeSparkStarts() throws IOException {
    Files.delete(landing);
    for (String command : List.of("ingest", "nightly")) {
      Launched night = Launched.in(folder, command);
      assertThat(night.exitCode()).isEqualTo(ExitCode.DATA_REFUSED);
      assertThat(night.err())
          .contains(landing + ": there is no such folder, but --landing says")
          .contains("put them into " + landing + "/<centre>/<yyyy-MM-dd>/");
      assertThat(night.out()).doesNotContain("starting Spark");
    }
    assertThat(folder.resolve("lake")).doesNotExist();
  }

  @Test
  void aMissingRequiredColumnExitsWith3AndLeavesTheLakeAsItWas() throws IOException {
    write(TciaFile.HEADER.replace(",vital_status,", ","), List.of());
    Launched night = night();
    assertThat(night.exitCode()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(night.err())
        .contains(
            "crlm197.csv: there is no column 'vital_status', which conf/centers/tcia-crlm.conf:")
        .contains("center.exports.clinical.required[5]");
    assertThat(folder.resolve("lake")).doesNotExist();
  }

  @Test
  void aSlipInTheSqlNamesTheFileTheLineOfTheConfAndTheColumnThatWasMeant() throws IOException {
    Path conf =
        SmallHospital.write(
            folder,
            SmallHospital.CENTER.replace("value = seen", "value = sen"),
            SmallHospital.PATIENTS);
    for (String command : List.of("check", "nightly")) {
      Launched refused = Launched.in(folder, command, "--conf", conf.toString());
      assertThat(refused.exitCode()).isEqualTo(ExitCode.DATA_REFUSED);
      assertThat(refused.err())
          .contains(
              "patients.csv: there is no column 'sen', which "
                  + conf.resolve("centers/my-hospital.conf")
                  + ":19:"
                  + " center.tables.follow_up.columns.last_contact_date.value names;"
                  + " did you mean 'seen'? the file has [id, operated, seen, status]");
    }
    assertThat(folder.resolve("lake")).doesNotExist();
  }

  @Test
  void aMappingThatCannotBeCarriedOutNamesItsLineBeforeAnythingIsWritten() throws IOException {
    Path conf =
        SmallHospital.write(
            folder,
            SmallHospital.CENTER.replace("kind = \"'resection'\"", "kind = \"uper('r')\""),
            SmallHospital.PATIENTS);
    for (String command : List.of("check", "nightly")) {
      Launched refused = Launched.in(folder, command, "--conf", conf.toString());
      assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(refused.err())
          .contains("my-hospital.conf:12: center.tables.liver_operation.columns.kind: 'uper('r')'");
    }
    assertThat(folder.resolve("lake")).doesNotExist();
  }

  @Test
  void aFileWithOnePercentBadRowsGoesThroughWithThoseInQuarantine() throws IOException {
    List<String> rows = new ArrayList<>();
    for (int i = 1; i <= 200; i++) {
      rows.add(
          TciaFile.row("CRLM-" + i, i % 100 == 0 ? "unknown" : Integer.toString(40 + i % 40), i));
    }
    rows.set(150, rows.get(150) + ",one cell too many");
    write(TciaFile.HEADER, rows);
    Launched night = night();
    assertThat(night.exitCode()).as(night.err()).isZero();
    NamedCsvRecord counts = Launched.csv(results("reconciliation")).get(0);
    assertThat(counts.getField("records")).isEqualTo("200");
    assertThat(counts.getField("accepted")).isEqualTo("199");
    assertThat(counts.getField("quarantined")).isEqualTo("1");
    assertThat(Launched.csv(results("cohort_flow")).get(0).getField("n_in")).isEqualTo("199");
    assertThat(Launched.csv(results("quarantine_summary")))
        .extracting(
            row -> row.getField("rule") + " " + row.getField("level") + " " + row.getField("count"))
        .contains("bad-value cell 2");
  }

  @Test
  void aTextThatIsNoLevelStopsTheAnalysisInsteadOfLosingItsSubjects() throws IOException {
    List<String> rows = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      rows.add(TciaFile.row("CRLM-" + i, Integer.toString(40 + i % 40), i));
    }
    write(TciaFile.HEADER, rows);
    Path conf = copyOfConf();
    Path study = conf.resolve("studies/crlm-prognosis.conf");
    String text = Files.readString(study);
    assertThat(text).contains("\"3-5\" =");
    Files.writeString(study, text.replace("\"3-5\" =", "\"3-6\" ="));

    Launched night =
        Launched.in(
            folder,
            "nightly",
            "--conf",
            conf.toString(),
            "--study",
            "crlm-prognosis",
            "--center",
            "tcia-crlm");

    assertThat(night.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(night.err())
        .containsPattern("crlm-prognosis.conf:\\d+: study.groupings.risk.value: \\d+ subjects")
        .contains("'3-5' or other texts that are none of the levels [0-2, 3-6]");
    assertThat(folder.resolve("out/report.html")).doesNotExist();
  }

  private Path copyOfConf() throws IOException {
    Path to = folder.resolve("conf");
    FolderTree.copy(Path.of("conf"), to);
    return to;
  }

  @Test
  void aDryRunPrintsThePlanAndTouchesNothing() {
    Launched plan = Launched.in(folder, "nightly", "--dry-run");
    assertThat(plan.exitCode()).isZero();
    assertThat(plan.out())
        .contains("  reads  synthetic: patients (registry/patients*.csv), ")
        .doesNotContainPattern("reads +\\R")
        .contains("ingest:")
        .contains("gold/subject")
        .contains("result/cox");
    assertThat(folder.resolve("lake")).doesNotExist();
  }

  private Launched night() {
    return Launched.in(folder, "nightly", "--study", "crlm-prognosis", "--center", "tcia-crlm");
  }

  private Path results(String name) {
    return folder.resolve("out/results/" + name + ".csv");
  }

  private void write(String header, List<String> rows) throws IOException {
    TciaFile.write(landing, header, rows);
  }
}
