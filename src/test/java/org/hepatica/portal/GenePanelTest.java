package org.hepatica.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenePanelTest {

  @TempDir Path folder;

  @Test
  void itsIdHasTheGeneAndTheCodons() {
    assertThat(new GenePanel("KRAS", List.of(12, 13)).id()).isEqualTo("KRAS_12_13");
    assertThat(new GenePanel("KRAS", List.of(12, 13, 59, 61, 117, 146)).id())
        .isEqualTo("KRAS_12_13_59_61_117_146");
    assertThat(new GenePanel("FLT3", IntStream.rangeClosed(572, 630).boxed().toList()).id())
        .isEqualTo("FLT3_572-630");
    assertThat(new GenePanel("X", List.of(1, 3, 4, 5, 9, 10)).id()).isEqualTo("X_1_3-5_9_10");
  }

  @Test
  void itHasTheOneGeneThatIsTold() throws IOException {
    new GenePanel("KRAS", List.of(12, 13)).write(folder);

    assertThat(folder.resolve("data_gene_panel_KRAS_12_13.txt"))
        .hasContent(
            """
            stable_id: KRAS_12_13
            description: KRAS, looked at with success at codons 12, 13 only
            gene_list: KRAS
            """);
  }
}
