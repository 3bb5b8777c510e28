package org.hepatica.transform.genomics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What laboratories' files tempt a pipeline to get wrong, by kind, from the files to the patient's
 * status and its reason: {@code adversarial-cases.txt}.
 */
class AdversarialFilesSparkTest {

  /** A patient: what is delivered, and the state and reason that follow. */
  private record Case(String kind, String name, List<String> delivered, String status) {

    @Override
    public String toString() {
      return kind + ": " + name;
    }
  }

  private static final Path CASES = Path.of("src/test/resources/adversarial-cases.txt");

  @TempDir static Path folder;
  private static AdversarialFiles files;

  @BeforeAll
  static void derive() throws IOException {
    files = new AdversarialFiles(folder);
    files.patient("someone");
    for (Case each : cases().toList()) {
      AdversarialFiles.Patient patient = files.patient(each.toString());
      each.delivered().forEach(patient::deliver);
    }
    files.derive();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hasTheStateAndSaysWhy(Case given) {
    assertThat(files.status(given.toString())).isEqualTo(given.status());
  }

  @Test
  void everyKindHasFiveOrMore() throws IOException {
    Map<String, Long> kinds =
        cases().collect(Collectors.groupingBy(Case::kind, Collectors.counting()));
    assertThat(kinds).hasSize(12).allSatisfy((kind, cases) -> assertThat(cases).isGreaterThan(4));
  }

  static Stream<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    String kind = null;
    String name = null;
    List<String> delivered = new ArrayList<>();
    for (String line : Files.readAllLines(CASES)) {
      if (line.startsWith("## ")) {
        kind = line.substring(3);
      } else if (line.startsWith("  = ")) {
        cases.add(new Case(kind, name, List.copyOf(delivered), line.substring(4)));
        delivered.clear();
      } else if (line.startsWith("  ")) {
        delivered.add(line.strip());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        name = line;
      }
    }
    return cases.stream();
  }
}
