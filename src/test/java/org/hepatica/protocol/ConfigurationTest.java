package org.hepatica.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

  @TempDir Path root;
  private ConfBench bench;

  @BeforeEach
  void smallest() {
    bench = new ConfBench(root);
  }

  @Test
  void defaultsOfTheInstallation() {
    assertThat(bench.load().installation())
        .isEqualTo(
            new Installation(
                "s",
                List.of(),
                root.resolve("data/landing"),
                root.resolve("data/lake"),
                3650,
                Set.of(),
                16,
                root.resolve("data/out"),
                root.resolve("data/identifiers.key"),
                "local[*]",
                "auto",
                64));
  }

  @Test
  void everyKeyOfTheInstallation() {
    bench.hepatica(
        """
        hepatica {
          study = s, centers = [c], landing = in, out = ../o
          lake { folder = /l, history = 90, evolve = [silver/patient.sex], whole-megabytes = 9 }
          identifiers { key-file = k }
          engine { master = "local[2]", memory = 8g, small-megabytes = 7 }
        }
        """);
    assertThat(bench.load().installation())
        .isEqualTo(
            new Installation(
                "s",
                List.of("c"),
                root.resolve("in"),
                Path.of("/l"),
                90,
                Set.of("silver/patient.sex"),
                9,
                root.getParent().resolve("o"),
                root.resolve("k"),
                "local[2]",
                "8g",
                7));
  }

  @Test
  void theCommandLineWins() {
    Configuration conf =
        bench.load(
            Map.of(
                "hepatica.engine.memory", "8g",
                "engine.master", "local[2]",
                "engine.small-megabytes", "5",
                "lake", "/a b/lake",
                "centers", "c",
                "study.title", "\"x\"",
                "study.data-cut-off", "2014-01-01",
                "study.times-years", "[2, 4]"));
    Installation installation = conf.installation();
    assertThat(installation.memory()).isEqualTo("8g");
    assertThat(installation.master()).isEqualTo("local[2]");
    assertThat(installation.smallMegabytes()).isEqualTo(5);
    assertThat(installation.lake()).isEqualTo(Path.of("/a b/lake"));
    assertThat(conf.study("s").title()).isEqualTo("x");
    assertThat(conf.study("s").dataCutOff()).contains(LocalDate.of(2014, 1, 1));
    assertThat(conf.study("s").timesYears()).containsExactly(2.0, 4.0);
  }

  @Test
  void theCommandLineIsHeldToTheSameRules() {
    assertThatThrownBy(
            () ->
                bench.load(
                    Map.of(
                        "engine.memry", "8g",
                        "study.endpoints.os.event", "deth",
                        "study.models[0].ties", "efron",
                        "engine.small-megabytes", "many")))
        .hasMessageContaining("--set: hepatica.engine.memry: unknown key; did you mean 'memory'?")
        .hasMessageContaining("--set: study.endpoints.os.event: 'deth' is not among the events;")
        .hasMessageContaining("--set: study.models[0].ties: cannot be understood")
        .hasMessageContaining(
            "--set: hepatica.engine.small-megabytes: string 'many' where a whole");
  }

  @Test
  void aStudyThatIsNotThere() {
    assertThatThrownBy(() -> bench.load(Map.of("study", "t")))
        .isInstanceOf(ProtocolException.class)
        .hasMessageStartingWith(
            "--set: hepatica.study: no file conf/studies/t.conf; did you mean 's'? known studies: s");
  }

  @Test
  void badValuesOfTheInstallation() {
    bench.hepatica(
        "hepatica {\n study = s\n engine { memory = 8GB\n small-megabytes = -1 }\n lake = [a] }\nx = 1");
    assertThat(bench.problems())
        .containsExactly(
            "conf/hepatica.conf:3: hepatica.engine.memory: '8GB' is no heap size;"
                + " write auto, or such as 8g or 900m",
            "conf/hepatica.conf:4: hepatica.engine.small-megabytes: -1 is too small; give it 0 or more",
            "conf/hepatica.conf:5: hepatica.lake: list where a text belongs; write \"...\"",
            "conf/hepatica.conf:6: x: unknown key; known keys here: hepatica");
  }

  @Test
  void aLakeIsASectionOrItsFolderAlone() {
    bench.hepatica("hepatica { study = s, lake = old }");
    assertThat(bench.load().installation().lake()).isEqualTo(root.resolve("old"));
    assertThat(bench.load().installation().history()).isEqualTo(3650);
    Installation shorter = bench.load(Map.of("lake.history", "30")).installation();
    assertThat(shorter.lake()).isEqualTo(root.resolve("old"));
    assertThat(shorter.history()).isEqualTo(30);
    bench.hepatica("hepatica { study = s, lake { history = 30 } }");
    assertThat(bench.load().installation().lake()).isEqualTo(root.resolve("data/lake"));
    Installation moved = bench.load(Map.of("lake.folder", "/l")).installation();
    assertThat(moved.lake()).isEqualTo(Path.of("/l"));
    assertThat(moved.history()).isEqualTo(30);
  }

  @Test
  void badValuesOfTheLake() {
    bench.hepatica(
        "hepatica { study = s, lake {\n history = 7\n evolve = [sex]\n histry = 1\n whole-megabytes = -1 } }");
    assertThat(bench.problems())
        .containsExactly(
            "conf/hepatica.conf:2: hepatica.lake.history: 7 is too small; give it 8 or more",
            "conf/hepatica.conf:3: hepatica.lake.evolve: 'sex' is no column of a table;"
                + " write layer/table.column, such as silver/patient.sex",
            "conf/hepatica.conf:4: hepatica.lake.histry: unknown key; did you mean 'history'?"
                + " known keys here: folder, history, evolve, whole-megabytes",
            "conf/hepatica.conf:5: hepatica.lake.whole-megabytes: -1 is too small; give it 0 or more");
  }

  @Test
  void noInstallation() {
    assertThatThrownBy(() -> Configuration.load(root.resolve("conf/other.conf"), Map.of()))
        .hasMessage(root + "/conf/other.conf: no such file; give the path of an existing one");
  }

  @Test
  void aBrokenFileThatNoRunNeedsFailsWhenAskedFor() {
    Configuration conf = bench.write("conf/studies/t.conf", "study { name = t }").load();
    assertThat(conf.studyNames()).containsExactly("s", "t");
    assertThat(conf.allProblems()).hasSize(1);
    assertThatThrownBy(() -> conf.study("t"))
        .hasMessage(
            root
                + "/conf/studies/t.conf:1: study.endpoints: missing; add endpoints to this section");
    assertThatThrownBy(() -> conf.study("r")).hasMessageContaining("/conf/studies/r.conf");
  }

  @Test
  void aCentreServesOthersUnderTheirOwnNames() {
    Configuration conf = bench.centerWith("serves = \"c-[0-9]+\"").load(Map.of("centers", "c-7"));
    assertThat(conf.runCenters()).containsExactly("c-7");
    assertThat(conf.center("c-7").name()).isEqualTo("c-7");
    assertThat(conf.center("c-7").tables()).isEqualTo(conf.center("c").tables());
    assertThat(conf.centerNames()).containsExactly("c");
    assertThatThrownBy(() -> conf.center("d-7")).hasMessageContaining("/conf/centers/d-7");
  }

  @Test
  void theStudysCentresWhenTheInstallationNamesNone() {
    assertThat(bench.load().runCenters()).containsExactly("c");
  }

  @Test
  void aFileOfItsOwnComesBeforeOneThatServes() {
    Configuration conf =
        bench
            .centerWith("serves = \"c.*\"")
            .write(
                "conf/centers/c-1.conf",
                ConfBench.CENTER.replace("name = c", "name = c-1\n title = own"))
            .load();
    assertThat(conf.center("c-1").title()).isEqualTo("own");
  }

  @Test
  void positions() {
    Configuration conf = bench.load();
    String file = root.resolve("conf/studies/s.conf").toString();
    assertThat(conf.positionOf(file, "study.endpoints.os.event[0]"))
        .contains(new Position(file, 4, "study.endpoints.os.event[0]"));
    assertThat(conf.positionOf(file, "study.title")).isEmpty();
    assertThat(conf.positionOf(file.replace("s.conf", "t.conf"), "study.name")).isEmpty();
    assertThat(conf.centerPosition("c", "center.tables.patient").orElseThrow().line()).isEqualTo(4);
  }

  @Test
  void columnsThatExportsRequireHaveTheirPlaces() {
    Configuration conf =
        bench.center(ConfBench.CENTER.replace("[MRN]", "[MRN],\n required = [A, MRN]")).load();
    assertThat(conf.centerColumns("c"))
        .extracting(each -> each.position().line() + " " + each.position().key() + each.column())
        .containsExactly(
            "4 center.exports.p.required[0]A",
            "4 center.exports.p.required[1]MRN",
            "3 center.exports.p.identifying[0]MRN");
  }

  @Test
  void aProblemNamesTheOptionThatWasTyped() {
    assertThatThrownBy(() -> bench.load(Map.of(), List.of(option("--study", "study", "t"))))
        .hasMessage("--study: no file conf/studies/t.conf; did you mean 's'? known studies: s");
    assertThatThrownBy(
            () ->
                bench.load(
                    Map.of("centers", "c"), List.of(option("--center", "centers", "c, north"))))
        .hasMessage("--center: no file conf/centers/north.conf; known centers: c");
    assertThatThrownBy(() -> bench.load(Map.of(), List.of(option("--center", "centers", "c,c"))))
        .hasMessage("--center: 'c' stands twice; name it once");
  }

  @Test
  void whatGivesAKeyItsValue() {
    Configuration conf =
        bench
            .hepatica("hepatica {\n study = s\n landing = l\n lake = k\n}\n")
            .load(Map.of("lake", "m"), List.of(option("--study", "study", "s")));
    assertThat(conf.given("hepatica.study").place()).isEqualTo("--study");
    assertThat(conf.given("hepatica.lake").place()).isEqualTo("--set: hepatica.lake");
    String file = root.resolve("conf/hepatica.conf").toString();
    assertThat(conf.given("hepatica.landing").place()).isEqualTo(file + ":3: hepatica.landing");
    assertThat(conf.given("hepatica.out").place()).isEqualTo(file + ": hepatica.out");
  }

  private static GivenOption option(String option, String key, String value) {
    return new GivenOption(option, "hepatica." + key, value);
  }

  @Test
  void substitutionsAreResolved() {
    bench.studyWith("title = \"study \"${study.name}${?HEPATICA_NOWHERE}");
    assertThat(bench.load().study("s").title()).isEqualTo("study s");
  }
}
