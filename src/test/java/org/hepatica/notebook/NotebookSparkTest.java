package org.hepatica.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hepatica.TestSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The notebook runs from its first cell to its last: on the lake of {@code
 * -Dhepatica.notebook.lake=data/lake}, else on a small one of made-up patients. With {@code
 * -Dhepatica.notebook.update=true} as well, what the cells give is stored in the file.
 */
class NotebookSparkTest {

  private static final Path FILE = Path.of("notebooks", "study.ipynb");
  private static final String LAKE = "hepatica.notebook.lake";

  @TempDir Path folder;

  @Test
  void isAJavaNotebookInFormatFour() throws IOException {
    JsonNode root = Notebook.read(FILE).root();
    assertThat(root.get("nbformat").asInt()).isEqualTo(4);
    assertThat(root.at("/metadata/kernelspec/name").asText()).isEqualTo("java");
    assertThat(root.get("cells")).allSatisfy(cell -> assertThat(cell.has("id")).isTrue());
  }

  @Test
  void runsFromTheTablesToTheFigure() throws IOException {
    TestSpark.session();
    String given = System.getProperty(LAKE);
    if (given == null) {
      System.setProperty(LAKE, MadeUpLake.write(folder).toString());
    }
    try {
      Notebook notebook = Notebook.read(FILE);
      List<JavaCells.Outcome> outcomes = run(notebook);
      assertThat(outcomes.get(outcomes.size() - 1).value()).isInstanceOf(RenderedImage.class);
      if (given != null && Boolean.getBoolean("hepatica.notebook.update")) {
        notebook.write(FILE);
      }
    } finally {
      if (given == null) {
        System.clearProperty(LAKE);
      }
    }
  }

  private static List<JavaCells.Outcome> run(Notebook notebook) throws IOException {
    List<JavaCells.Outcome> outcomes = new ArrayList<>();
    try (JavaCells cells = new JavaCells()) {
      for (ObjectNode cell : notebook.codeCells()) {
        JavaCells.Outcome outcome = cells.run(Notebook.source(cell));
        outcomes.add(outcome);
        Notebook.store(cell, outcomes.size(), outcome);
      }
    }
    return outcomes;
  }
}
