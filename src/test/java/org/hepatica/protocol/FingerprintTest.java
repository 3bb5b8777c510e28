package org.hepatica.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fingerprint follows what the files say, not how they say it. */
class FingerprintTest {

  private static final Path SHIPPED = Path.of("conf/studies/gholami-2019.conf");

  @TempDir Path root;
  private ConfBench bench;
  private String study;

  @BeforeEach
  void shipped() throws IOException {
    study = Files.readString(SHIPPED).replace("centers = [synthetic]", "centers = [c]");
    bench = new ConfBench(root);
    bench.hepatica("hepatica { study = gholami-2019 }");
    Path rules = Path.of("conf/quality/liver-metastases.conf");
    bench.write("conf/quality/liver-metastases.conf", Files.readString(rules));
    Path changes = Path.of("conf/changes/liver-metastases.conf");
    bench.write("conf/changes/liver-metastases.conf", Files.readString(changes));
    for (String table : List.of("table2_rfs", "table3_os")) {
      bench.write("conf/published/gholami-2019/" + table + ".csv", "");
    }
  }

  @Test
  void formattingAndCommentsDoNotMatter() {
    String same = of(study);
    assertThat(same).matches("[0-9a-f]{64}");
    assertThat(of(study.replaceAll("(?m)(?<=[ ,])#.*$", "").replaceAll(" +", " "))).isEqualTo(same);
    assertThat(
            of("# a comment\n" + study.replace("\n", "\r\n").replaceFirst("study \\{", "study: {")))
        .isEqualTo(same);
    assertThat(
            of(
                study
                    .replace("    name = hai\n", "")
                    .replace("  exposure {", "  exposure {name=hai,")))
        .isEqualTo(same);
  }

  @Test
  void aDefaultThatIsWrittenOutDoesNotMatter() {
    assertThat(of(study.replace("    min-alternate-reads = 5\n", ""))).isEqualTo(of(study));
  }

  /** Every scalar of the file in turn: another value is another fingerprint, or a problem. */
  @Test
  void everyValueMatters() {
    Config config = ConfigFactory.parseString(study);
    Set<String> seen = new HashSet<>(Set.of(of(config)));
    List<Config> changes = new ArrayList<>();
    for (Map.Entry<String, ConfigValue> entry : config.getObject("study").entrySet()) {
      for (Object changed : changes(entry.getValue())) {
        changes.add(
            config.withValue("study." + entry.getKey(), ConfigValueFactory.fromAnyRef(changed)));
      }
    }
    assertThat(changes).hasSizeGreaterThan(300);
    int accepted = 0;
    for (Config change : changes) {
      try {
        String fingerprint = of(change);
        assertThat(seen.add(fingerprint)).as(change.root().render()).isTrue();
        accepted++;
      } catch (ProtocolException e) {
        assertThat(e.problems()).isNotEmpty();
      }
    }
    assertThat(accepted).isGreaterThan(100);
  }

  @Test
  void whatIsExpectedOfVariantsMatters() {
    assertThat(of(study))
        .isNotEqualTo(of(study.replace("G12D = 0.299", "G12D = 0.298")))
        .isNotEqualTo(of(study.replace("citation = \"Characterization", "citation = \"A char")));
  }

  @Test
  void theCommandLineMatters() {
    bench.write("conf/studies/gholami-2019.conf", study);
    assertThat(
            bench
                .load(Map.of("study.exposure.within-days", "90"))
                .fingerprint("gholami-2019", List.of("c")))
        .isNotEqualTo(of(study));
    assertThat(
            bench
                .load(Map.of("engine.memory", "8g", "lake", "/elsewhere"))
                .fingerprint("gholami-2019", List.of("c")))
        .isEqualTo(of(study));
  }

  @Test
  void theCentreMattersAndItsOrderDoesNot() {
    String before = of(study);
    bench.centerWith("serves = \"d|e\"");
    assertThat(of(study)).isEqualTo(before);
    Configuration conf = bench.load();
    assertThat(conf.fingerprint("gholami-2019", List.of("d", "e")))
        .isEqualTo(conf.fingerprint("gholami-2019", List.of("e", "d", "e")))
        .isNotEqualTo(before);
    bench.center(ConfBench.CENTER.replace("patient_id = MRN", "patient_id = MRM"));
    assertThat(of(study)).isNotEqualTo(before);
  }

  @Test
  void theQualityRulesMatter() {
    String before = of(study);
    Path rules = root.resolve("conf/quality/liver-metastases.conf");
    bench.write("conf/quality/liver-metastases.conf", text(rules).replace("<= 30", "<= 31"));
    assertThat(of(study)).isNotEqualTo(before);
  }

  @Test
  void whatIsToldOfANightDoesNotMatter() {
    String before = of(study);
    Path changes = root.resolve("conf/changes/liver-metastases.conf");
    bench.write("conf/changes/liver-metastases.conf", text(changes).replace("0.25", "0.5"));
    assertThat(of(study)).isEqualTo(before);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theOrderOfLevelsMatters() {
    assertThat(
            of(
                study.replace(
                    "WT = \"wild-type\", MUT = \"mutated\"",
                    "MUT = \"mutated\", WT = \"wild-type\"")))
        .isNotEqualTo(of(study));
  }

  /** The value with one scalar in it changed, for each of its scalars. */
  private static List<Object> changes(ConfigValue value) {
    List<Object> changes = new ArrayList<>();
    if (value instanceof ConfigObject object) {
      object.forEach(
          (key, inner) ->
              changes(inner)
                  .forEach(
                      changed -> {
                        Map<String, Object> copy = new HashMap<>(object.unwrapped());
                        copy.put(key, changed);
                        changes.add(copy);
                      }));
    } else if (value instanceof ConfigList list) {
      for (int i = 0; i < list.size(); i++) {
        for (Object changed : changes(list.get(i))) {
          List<Object> copy = new ArrayList<>(list.unwrapped());
          copy.set(i, changed);
          changes.add(copy);
        }
      }
    } else if (value.unwrapped() instanceof Boolean truth) {
      changes.add(!truth);
    } else if (value.unwrapped() instanceof Number number) {
      changes.add(
          number instanceof Integer whole ? whole + 1 : (Object) (number.doubleValue() * 1.5));
    } else {
      changes.add(value.unwrapped() + "x");
    }
    return changes;
  }

  private String of(Config config) {
    return of(config.root().render(ConfigRenderOptions.concise()));
  }

  private String of(String text) {
    return bench
        .write("conf/studies/gholami-2019.conf", text)
        .load()
        .fingerprint("gholami-2019", List.of("c"));
  }
}
