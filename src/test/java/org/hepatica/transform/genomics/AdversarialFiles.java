package org.hepatica.transform.genomics;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.TestSpark;
import org.hepatica.protocol.Center;
import org.hepatica.table.Genomic;
import org.hepatica.table.HandMade;
import org.hepatica.table.Registry;

/**
 * Patients, each with lines of laboratories' files, read together through the real door.
 *
 * <p>In a line {@code @1}, {@code @2}, ... are the patient's samples; words are set apart by spaces
 * and {@code _} is an empty cell.
 */
final class AdversarialFiles {

  private static final Pattern SAMPLE = Pattern.compile("@[0-9]");
  private static final String MAF =
      "Hugo_Symbol Entrez_Gene_Id NCBI_Build Chromosome Start_Position End_Position Strand"
          + " Variant_Classification Reference_Allele Tumor_Seq_Allele1 Tumor_Seq_Allele2"
          + " Tumor_Sample_Barcode Mutation_Status HGVSp_Short t_alt_count t_ref_count FILTER";

  /** The laboratory's assays: one of them reads the other strand. */
  private static final Map<String, Center.SequenomAssay> ASSAYS =
      Map.of(
          "K12_34", assay(12, "plus", "G", Map.of("A", "c.34G>A", "T", "c.34G>T")),
          "K12_35", assay(12, "plus", "G", Map.of("A", "c.35G>A", "T", "c.35G>T")),
          "K13_38R", assay(13, "minus", "C", Map.of("T", "c.38G>A", "A", "c.38G>T")));

  private final Map<String, String> states = new LinkedHashMap<>();
  private final List<String> confirmed = new ArrayList<>();
  private final Map<String, StringBuilder> files = new LinkedHashMap<>();
  private final StringBuilder sequenced = new StringBuilder();
  private final HandMade registry = new HandMade();
  private final Landed landed;

  AdversarialFiles(Path folder) {
    landed = new Landed(folder);
    file("mutations", "data_mutations.txt", MAF.replace(' ', '\t'));
    file("matrix", "data_gene_panel_matrix.txt", "SAMPLE_ID\tmutations");
    file("samples", "data_clinical_sample.txt", "#\n#\n#\n#\nSAMPLE_ID\tPATIENT_ID\tSAMPLE_TYPE");
    file("panel", "ras.txt", "stable_id: RAS\ngene_list: TP53\tKRAS\tNRAS");
    file("panel", "other.txt", "stable_id: OTHER\ngene_list: TP53\tNRAS\tKRASP1");
    file("cases", "cases_sequenced.txt", "stable_id: x");
    file("sequenom", "plate.csv", "SAMPLE_ID,ASSAY_ID,GENOTYPE_ID,DESCRIPTION,WELL_POSITION");
    file("sanger", "reports.csv", "SAMPLE_ID,GENE,REGION,RESULT,REPORT_DATE");
  }

  private static Center.SequenomAssay assay(
      int codon, String strand, String wildType, Map<String, String> alleles) {
    return new Center.SequenomAssay("KRAS", codon, strand, wildType, alleles);
  }

  private StringBuilder file(String export, String name, String head) {
    return files.computeIfAbsent(export + " " + name, any -> new StringBuilder(head).append('\n'));
  }

  /** A patient of whom nothing is there yet. */
  Patient patient(String name) {
    registry.add(Registry.PATIENT, name);
    return new Patient(name);
  }

  /** Derives the status of all: state, and why. */
  void derive() throws IOException {
    StringBuilder listed = file("cases", "cases_sequenced.txt", "");
    listed.insert(listed.length() - 1, "\ncase_list_ids: nobody" + sequenced);
    for (Map.Entry<String, StringBuilder> file : files.entrySet()) {
      String[] named = file.getKey().split(" ");
      landed.file(named[0], named[0] + "/" + named[1], file.getValue().toString());
    }
    Dataset<Row> statuses =
        GeneStatuses.run(
                landed.records(TestSpark.session()),
                registry,
                Landed.centers(ASSAYS, confirmed),
                Landed.kras())
            .statuses();
    for (Row row : statuses.collectAsList()) {
      states.put(
          row.getAs(Registry.PATIENT_ID),
          row.getAs(Genomic.GENE_STATE) + " | " + row.getAs(Genomic.REASON));
    }
  }

  String status(String patient) {
    return states.get(patient);
  }

  /** Adds lines of a patient's samples. */
  final class Patient {

    private final String name;
    private final Set<String> aliased = new TreeSet<>();

    private Patient(String name) {
      this.name = name;
    }

    /** Does what a step says: its name, then words by semicolons. */
    void deliver(String step) {
      String[] named = step.split(" ", 2);
      String[] words = named.length == 1 ? new String[0] : named[1].split(" ; ", -1);
      switch (named[0]) {
        case "panel" -> panel(words);
        case "listed" -> listed(number(words[0]));
        case "type" -> type(number(words[0]), words[1]);
        case "maf" -> maf(words[0]);
        case "wells" -> wells(words);
        case "well" -> well(words[0]);
        case "report" -> report(number(words[0]), words[1]);
        case "genome" -> genome(words[0], words[1], Arrays.copyOfRange(words, 2, words.length));
        case "callable" -> callable(words);
        case "normalTissue" -> normalTissue(number(words[0]));
        case "specimen" -> specimen(number(words[0]), words[1]);
        case "alsoOf" -> crosswalk(words[0], words[1], hash("@" + words[2]), null);
        case "onceOf" ->
            crosswalk(words[0], words[1], hash("@" + words[2]), Date.valueOf("2020-02-03"));
        case "confirmed" -> confirmed.add(hash("@" + words[0]).substring(0, PatientLinks.SHOWN));
        case "ofNobody" -> aliased.addAll(List.of("impact", "sequenom", "sanger", "wgs"));
        default -> throw new IllegalArgumentException("no such step: " + step);
      }
    }

    private static int number(String word) {
      return Integer.parseInt(word);
    }

    /** A panel, and samples on it by the matrix. */
    private void panel(String... words) {
      for (int i = 1; i < words.length; i++) {
        String row = "@" + words[i] + "\t" + words[0];
        line("impact", file("matrix", "data_gene_panel_matrix.txt", ""), row);
      }
    }

    /** Samples that are listed as sequenced. */
    private void listed(int sample) {
      sequenced.append('\t').append(named("@" + sample));
      alias("impact", "@" + sample);
    }

    /** A sample's type, by the clinical file. */
    private void type(int sample, String type) {
      String row = "@" + sample + "\tP-@" + sample + "\t" + type;
      line("impact", file("samples", "data_clinical_sample.txt", ""), row);
    }

    /**
     * A row of KRAS: build, position, strand, class, reference, variant, sample, status, text,
     * reads with and without it, and filter.
     */
    private void maf(String row) {
      String[] cell = row.split(" ");
      int end = Integer.parseInt(cell[1]) + cell[4].length() - 1;
      String before = "KRAS 3845 %s 12 %s %d".formatted(cell[0], cell[1], end);
      String alleles = "%s %s %s %s %s".formatted(cell[2], cell[3], cell[4], cell[4], cell[5]);
      String behind = String.join(" ", Arrays.copyOfRange(cell, 6, cell.length));
      String cells = String.join(" ", before, alleles, behind).replace(' ', '\t');
      line(
          "impact",
          file("mutations", "data_mutations.txt", ""),
          cells.replaceAll("(?<=\t)_(?=\t|$)", ""));
    }

    /** Wild-type wells of all assays but some, and wells as written. */
    private void wells(String... wells) {
      String written = String.join(" ", wells);
      for (String assay : new TreeSet<>(ASSAYS.keySet())) {
        if (!written.contains(assay)) {
          well("@1 " + assay + " " + ASSAYS.get(assay).wildType() + " A.Conservative");
        }
      }
      for (String well : wells) {
        well(well);
      }
    }

    /** A well: sample, assay, genotype, description. */
    private void well(String well) {
      String row = well.replace(' ', ',').replaceAll("(?<=,)_(?=,)", "").replace('~', ' ');
      line("sequenom", file("sequenom", "plate.csv", ""), row + ",A01");
    }

    /** A report: region, result and date by {@code |}. */
    private void report(int sample, String report) {
      String[] cells = report.split(" *\\| *", -1);
      String row = "@%d,KRAS,\"%s\",\"%s\",%s".formatted(sample, cells[0], cells[1], cells[2]);
      line("sanger", file("sanger", "reports.csv", ""), row);
    }

    /** A genome's file: build, columns behind FORMAT, and lines from position on. */
    private void genome(String build, String columns, String... lines) {
      String length = build.equals("GRCh38") ? "133275309" : "133851895";
      StringBuilder file = file("wgs", name.replace(' ', '-') + ".vcf", "##fileformat=VCFv4.2");
      file.append("##contig=<ID=12,length=").append(length).append(">\n");
      if (columns.contains("@9")) {
        line("wgs", file, "##tumor_sample=@1");
        line("wgs", file, "##normal_sample=@9");
      }
      String head = "#CHROM POS ID REF ALT QUAL FILTER INFO FORMAT " + columns;
      line("wgs", file, head.replace(' ', '\t'));
      for (String each : lines) {
        String[] cells = each.split(" ", 4);
        String row = "12 " + cells[0] + " . " + cells[1] + " " + cells[2] + " . " + cells[3];
        line("wgs", file, row.replace(' ', '\t'));
      }
      alias("wgs", "@1");
    }

    /** Callable regions of a genome: from, to. */
    private void callable(String... regions) {
      StringBuilder file = file("callable", named("@1") + ".callable.bed", "");
      alias("wgs", "@1");
      for (String region : regions) {
        line("wgs", file, "12\t" + region.replace(' ', '\t') + "\tCALLABLE");
      }
    }

    /** A specimen of normal tissue. */
    private void normalTissue(int sample) {
      registry.add(
          Registry.SPECIMEN,
          name,
          Registry.ACCESSION,
          hash("@" + sample),
          Registry.BLOCK,
          "A",
          Registry.SITE,
          "normal");
    }

    /** What a specimen says of a sample: that it is this one's. */
    private void specimen(int sample, String of) {
      registry.add(
          Registry.SPECIMEN, of, Registry.ACCESSION, hash("@" + sample), Registry.BLOCK, "A");
    }

    private void line(String platform, StringBuilder file, String row) {
      file.append(named(row)).append('\n');
      Matcher samples = SAMPLE.matcher(row);
      while (samples.find()) {
        if (!samples.group().equals("@9")) {
          alias(platform, samples.group());
        }
      }
    }

    private void alias(String platform, String sample) {
      if (!aliased.contains(platform) && aliased.add(platform + sample)) {
        crosswalk(name, platform, hash(sample), null);
      }
    }

    private void crosswalk(String whose, String platform, String sample, Date until) {
      registry.add(
          Registry.CROSSWALK,
          whose,
          Registry.SYSTEM,
          platform,
          Registry.ALIAS_ID,
          sample,
          Registry.VALID_TO,
          until);
    }

    private String hash(String sample) {
      return landed.hash(named(sample));
    }

    /** A number of the patient's name, so that no sample looks like a control. */
    private String named(String text) {
      String own = "X" + Integer.toHexString(name.hashCode()).toUpperCase(Locale.ROOT);
      return SAMPLE.matcher(text).replaceAll(found -> own + "-S" + found.group().charAt(1));
    }
  }
}
