package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hepatica.TestSpark;
import org.hepatica.lake.Lake;
import org.hepatica.source.IdentifierKey;
import org.hepatica.table.Registry;
import org.hepatica.table.Valid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake and the one key by which its identifiers were hashed. */
class IdentifierKeyIT {

  private static final String KEPT = "identifier-key.fingerprint";

  @TempDir Path folder;

  private Path conf;
  private Path key;
  private Path lake;

  @BeforeEach
  void deliver() throws IOException {
    conf = SmallHospital.write(folder);
    key = folder.resolve("key");
    lake = folder.resolve("lake");
  }

  @Test
  void aKeyThatIsMadeIsToldOnceWithWhereItLies() throws IOException {
    Launched first = ingest();
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out().lines().filter(line -> line.contains("key of the identifiers")))
        .singleElement()
        .asString()
        .contains("made: " + key + ";")
        .contains("without it no patient is recognised in the next delivery");
    assertThat(Files.readString(lake.resolve(KEPT))).matches("[0-9a-f]{16}\n");
    nextDelivery();
    Launched second = ingest();
    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(second.out()).doesNotContain("key of the identifiers");
  }

  @Test
  void anotherKeyIsRefusedAndTheLakeStaysAsItWas() throws IOException {
    assertThat(ingest().exitCode()).isZero();
    Files.delete(key);
    IdentifierKey.load(key);
    String refused = refusedWithTheLakeAsItWas();
    assertThat(refused)
        .contains(key + ": this key (fingerprint ")
        .contains(Files.readString(lake.resolve(KEPT)).strip())
        .contains("restore the key file from where you keep it, or start a new lake by --lake");
  }

  @Test
  void aLostKeyIsNotReplacedByANewOne() throws IOException {
    assertThat(ingest().exitCode()).isZero();
    Files.delete(key);
    assertThat(refusedWithTheLakeAsItWas())
        .contains(key + ": there is no such key file")
        .contains("restore the key file");
    assertThat(key).doesNotExist();
  }

  @Test
  void aLakeFromBeforeFingerprintsTakesTheKeyThatIsThere() throws IOException {
    assertThat(ingest().exitCode()).isZero();
    String kept = Files.readString(lake.resolve(KEPT));
    Files.delete(lake.resolve(KEPT));
    nextDelivery();
    assertThat(ingest().exitCode()).isZero();
    assertThat(Files.readString(lake.resolve(KEPT))).isEqualTo(kept);
  }

  @Test
  void rulesOfSpellingMayNotChangeOnceTheLakeHasIdentifiers() throws IOException {
    Path center = conf.resolve("centers/my-hospital.conf");
    String plain = Files.readString(center);
    String alike =
        plain.replace(
            "name = my-hospital",
            "name = my-hospital\n  identifiers = [{ letters = upper }, { replace = \"-\" }]");
    Files.writeString(center, alike);
    assertThat(ingest().exitCode()).isZero();
    assertThat(Files.readAllLines(lake.resolve(KEPT)))
        .hasSize(2)
        .last()
        .asString()
        .matches("my-hospital [0-9a-f]{16}");
    assertThat(patients()).isEqualTo(6);

    Files.writeString(center, plain);
    assertThat(refusedWithTheLakeAsItWas())
        .contains("centre my-hospital: the rules of center.identifiers are not those")
        .contains("put them back, or start a new lake by --lake");

    Files.writeString(center, alike);
    SmallHospital.deliver(
        folder, SmallHospital.PATIENTS.replace("A1,", "a-1,") + "A7,2010-01-07,2010-03-07,1\n");
    Launched again = ingest();
    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(patients()).isEqualTo(7);
  }

  private long patients() {
    return Valid.now(Lake.open(TestSpark.session(), lake, "my-study"))
        .read(Registry.PATIENT)
        .count();
  }

  private String refusedWithTheLakeAsItWas() throws IOException {
    nextDelivery();
    Map<Path, Long> before = files();
    Launched refused = ingest();
    assertThat(refused.exitCode()).as(refused.err()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(files()).isEqualTo(before);
    return refused.err();
  }

  private Map<Path, Long> files() throws IOException {
    Map<Path, Long> files = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(lake)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        files.put(file, Files.size(file));
      }
    }
    return files;
  }

  private void nextDelivery() throws IOException {
    SmallHospital.deliver(folder, SmallHospital.PATIENTS + "A7,2010-01-07,2010-03-07,1\n");
  }

  private Launched ingest() {
    return Launched.in(folder, "ingest", "--conf", conf.toString());
  }
}
