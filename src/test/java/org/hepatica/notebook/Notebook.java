package org.hepatica.notebook;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;

/** A Jupyter notebook file: its code cells, and what is stored as their outputs. */
final class Notebook {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode root;

  private Notebook(ObjectNode root) {
    this.root = root;
  }

  static Notebook read(Path file) throws IOException {
    return new Notebook((ObjectNode) JSON.readTree(Files.readString(file)));
  }

  JsonNode root() {
    return root;
  }

  List<ObjectNode> codeCells() {
    List<ObjectNode> cells = new ArrayList<>();
    for (JsonNode cell : root.get("cells")) {
      if (cell.get("cell_type").asText().equals("code")) {
        cells.add((ObjectNode) cell);
      }
    }
    return cells;
  }

  static String source(JsonNode cell) {
    StringBuilder source = new StringBuilder();
    cell.get("source").forEach(line -> source.append(line.asText()));
    return source.toString();
  }

  /** Stores what a run of a cell printed and gave. */
  static void store(ObjectNode cell, int count, JavaCells.Outcome outcome) throws IOException {
    cell.put("execution_count", count);
    ArrayNode outputs = cell.putArray("outputs");
    if (!outcome.printed().isEmpty()) {
      ObjectNode stream = outputs.addObject();
      stream.put("name", "stdout").put("output_type", "stream");
      lines(stream.putArray("text"), outcome.printed());
    }
    if (outcome.value() != null) {
      ObjectNode result = outputs.addObject();
      ObjectNode data = result.putObject("data");
      if (outcome.value() instanceof RenderedImage image) {
        data.put("image/png", base64(image));
        lines(data.putArray("text/plain"), image.getWidth() + " x " + image.getHeight());
      } else {
        lines(data.putArray("text/plain"), outcome.value().toString());
      }
      result.put("execution_count", count);
      result.putObject("metadata");
      result.put("output_type", "execute_result");
    }
  }

  private static void lines(ArrayNode array, String text) {
    for (String line : text.split("(?<=\n)")) {
      array.add(line);
    }
  }

  private static String base64(RenderedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /** Writes the file as Jupyter does: indented by one space, a newline at the end. */
  void write(Path file) throws IOException {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
    DefaultIndenter indenter = new DefaultIndenter(" ", "\n");
    printer.indentArraysWith(indenter);
    printer.indentObjectsWith(indenter);
    Files.writeString(file, JSON.writer(printer).writeValueAsString(root) + "\n");
  }
}
