package org.hepatica.source.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hepatica.genomics.Genes;
import org.hepatica.genomics.GenomeBuild;
import org.hepatica.genomics.ImpactSample;
import org.hepatica.genomics.Observation;
import org.hepatica.genomics.Origin;
import org.hepatica.genomics.Panels;
import org.hepatica.genomics.PatientStatus;
import org.hepatica.genomics.Platform;
import org.hepatica.genomics.SampleEvidence;
import org.hepatica.genomics.SampleReading;
import org.hepatica.genomics.StatusPolicy;
import org.hepatica.source.format.FileContext;
import org.hepatica.source.format.OpenRecords;
import org.hepatica.source.format.SourceRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows typed after public MAFs: their column sets, their missing values, their spellings. Every
 * sample was sequenced on a panel that has KRAS.
 */
class TypedMafRowsTest {

  private static final Path FOLDER = Path.of("src/test/resources/genomics");
  private static final Panels PANELS = new Panels(true, Set.of("P"), Set.of("P"));

  private static final Map<String, List<Observation>> SAMPLES = new LinkedHashMap<>();

  @BeforeAll
  static void read() throws IOException {
    int rows = 0;
    for (String name : List.of("maf-of-today.txt", "maf-of-old.txt")) {
      FileContext file = new FileContext("c", "maf", "2020-01-01", name, '\t', "UTF-8");
      try (OpenRecords records =
          PlatformFormats.readers().get("maf").open(FOLDER.resolve(name), file)) {
        while (records.records().hasNext()) {
          add(name, records.records().next());
          rows++;
        }
      }
    }
    assertThat(rows).isGreaterThanOrEqualTo(50);
  }

  private static void add(String file, SourceRecord row) {
    assertThat(row.defect()).isNull();
    SAMPLES
        .computeIfAbsent(row.cells().get("Tumor_Sample_Barcode"), name -> new ArrayList<>())
        .add(
            new Observation("maf", new Origin("maf", "2020-01-01", file, row.line()), row.cells()));
  }

  static Stream<Arguments> samples() throws IOException {
    return Files.readAllLines(FOLDER.resolve("maf-expected.txt")).stream()
        .skip(1)
        .map(line -> line.split("\t"))
        .map(cells -> Arguments.of(cells[0], cells[1]));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("samples")
  void hasTheStatusThatAReaderWouldGiveIt(String sample, String expected) {
    List<Observation> rows = new ArrayList<>(SAMPLES.get(sample));
    rows.add(
        new Observation(
            "gene-panel-matrix",
            new Origin("matrix", "2020-01-01", "matrix", 1),
            Map.of(ImpactSample.MUTATIONS, "P")));
    SampleReading reading = new ImpactSample(Genes.kras(), PANELS, GenomeBuild.GRCH37).read(rows);
    PatientStatus status =
        new StatusPolicy(Genes.kras())
            .derive(List.of(SampleEvidence.of(Platform.IMPACT, sample, reading, true, 1)));
    assertThat(told(status)).isEqualTo(expected);
  }

  private static String told(PatientStatus status) {
    return switch (status.state()) {
      case MUTATED -> "mutated " + String.join(", ", status.variants());
      case INDETERMINATE -> "indeterminate " + status.reason().replaceFirst("^impact: ", "");
      default -> status.state().label();
    };
  }
}
