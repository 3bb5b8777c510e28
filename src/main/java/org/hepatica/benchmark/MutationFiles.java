package org.hepatica.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Made-up mutations of many genes as MAF, in files of a million rows: KRAS is one gene of 50. A row
 * depends on the seed and its number alone.
 *
 * @param rows of all files
 * @param seed of what is in them
 * @param parent folder under which their own is made
 */
public record MutationFiles(long rows, long seed, Path parent) {

  private static final long ROWS_A_FILE = 1_000_000;
  private static final int KRAS_EVERY = 50;
  private static final String UNFINISHED = ".unfinished";
  private static final List<String> HEADER =
      List.of(
          "Hugo_Symbol",
          "Entrez_Gene_Id",
          "Center",
          "NCBI_Build",
          "Chromosome",
          "Start_Position",
          "End_Position",
          "Strand",
          "Consequence",
          "Variant_Classification",
          "Variant_Type",
          "Reference_Allele",
          "Tumor_Seq_Allele1",
          "Tumor_Seq_Allele2",
          "Tumor_Sample_Barcode",
          "Matched_Norm_Sample_Barcode",
          "Mutation_Status",
          "t_ref_count",
          "t_alt_count",
          "HGVSc",
          "HGVSp",
          "HGVSp_Short");
  private static final String KRAS =
      "KRAS\t3845\tC\tGRCh37\t12\t25398284\t25398284\t+\tmissense_variant\tMissense_Mutation\tSNP\tC\tC\tT\t%s\t\tSOMATIC\t%d\t%d\tENST00000256078.4:c.35G>A\tp.Gly12Asp\tp.G12D\n";
  private static final String OTHER =
      "GENE%d\t%d\tC\tGRCh37\t%d\t%d\t%d\t+\tmissense_variant\tMissense_Mutation\tSNP\tC\tC\tT\t%s\t\tSOMATIC\t%d\t%d\tENST00000%06d.4:c.%dC>T\tp.Arg%dTrp\tp.R%dW\n";

  /** Their folder. */
  public Path folder() {
    return parent.resolve("maf-v1-rows%d-seed%d".formatted(rows, seed));
  }

  /** How many rows are of KRAS. */
  public long ofKras() {
    return (rows + KRAS_EVERY - 1) / KRAS_EVERY;
  }

  /** Whether they are there. */
  public boolean exist() {
    return Files.isDirectory(folder());
  }

  /** The files, made or not. */
  public List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (long first = 0; first < rows; first += ROWS_A_FILE) {
      files.add(folder().resolve("data_mutations_%05d.txt".formatted(first / ROWS_A_FILE)));
    }
    return files;
  }

  /** Makes them; the folder is there once all are whole. */
  public void make() throws IOException {
    Path unfinished = folder().resolveSibling(folder().getFileName() + UNFINISHED);
    Files.createDirectories(unfinished);
    List<Path> files = files();
    IntStream.range(0, files.size())
        .parallel()
        .forEach(
            i ->
                write(
                    unfinished.resolve(files.get(i).getFileName().toString()),
                    i * ROWS_A_FILE,
                    Math.min(rows, (i + 1) * ROWS_A_FILE)));
    Files.move(unfinished, folder(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void write(Path file, long first, long end) {
    try (Writer out = new BufferedWriter(Files.newBufferedWriter(file), 1 << 20)) {
      out.write("#version 2.4\n" + String.join("\t", HEADER) + "\n");
      for (long row = first; row < end; row++) {
        out.write(text(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private String text(long row) {
    SplittableRandom draw = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + row);
    String sample = "P-%07d-T01-IM6".formatted(row / 10);
    int reference = 20 + draw.nextInt(400);
    int alternate = 5 + draw.nextInt(200);
    if (row % KRAS_EVERY == 0) {
      return KRAS.formatted(sample, reference, alternate);
    }
    int gene = draw.nextInt(500);
    int place = 1_000_000 + draw.nextInt(100_000_000);
    int codon = 1 + draw.nextInt(900);
    return OTHER.formatted(
        gene,
        10_000 + gene,
        1 + gene % 22,
        place,
        place,
        sample,
        reference,
        alternate,
        gene,
        3 * codon,
        codon,
        codon);
  }
}
