package org.hepatica.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A panel of the one gene that is told, by the codons that were looked at: {@code KRAS_12_13}. The
 * portal knows genes only, so the codons stand in its id and its description.
 *
 * <p>It is no laboratory's panel: of a laboratory's other genes nothing is told here, and who read
 * its panel's name would take them for wild-type.
 *
 * @param gene symbol
 * @param codons ascending, at least one
 */
public record GenePanel(String gene, List<Integer> codons) {

  /** From so many on, consecutive codons are a range. */
  private static final int RANGE = 3;

  /** Keeps the codons unchangeable. */
  public GenePanel {
    codons = List.copyOf(codons);
  }

  /** Such as KRAS_12_13 or FLT3_572-630. */
  String id() {
    return gene.replaceAll("[^A-Za-z0-9.-]", "-") + "_" + String.join("_", runs(codons));
  }

  /** Codons, ascending, with ranges in the place of three or more in a row: 12, 13, 572-630. */
  public static List<String> runs(List<Integer> codons) {
    List<String> runs = new ArrayList<>();
    for (int from = 0, to = 0; from < codons.size(); from = to) {
      to = from + 1;
      while (to < codons.size() && codons.get(to) == codons.get(to - 1) + 1) {
        to++;
      }
      if (to - from >= RANGE) {
        runs.add(codons.get(from) + "-" + codons.get(to - 1));
      } else {
        codons.subList(from, to).forEach(codon -> runs.add(String.valueOf(codon)));
      }
    }
    return runs;
  }

  /** Writes its file into a study folder. */
  void write(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("data_gene_panel_" + id() + ".txt"),
        "stable_id: %s\ndescription: %s, looked at with success at codon%s %s only\ngene_list: %s\n"
            .formatted(
                id(), gene, codons.size() == 1 ? "" : "s", String.join(", ", runs(codons)), gene));
  }
}
