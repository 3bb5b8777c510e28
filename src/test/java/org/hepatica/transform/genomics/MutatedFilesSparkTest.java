package org.hepatica.transform.genomics;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.TestSpark;
import org.hepatica.quality.Copies;
import org.hepatica.quality.Reconciliation;
import org.hepatica.source.Mutator;
import org.hepatica.table.Genomic;
import org.hepatica.table.HandMade;
import org.hepatica.table.Registry;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A thousand spoiled files a format, each of a sample whose status is unknown for a reason that its
 * file tells: no night breaks, every record is accounted for, and nobody becomes wild-type.
 *
 * <p>What cannot be told from a good file is left out: a record that is gone as a whole, or that
 * names another sample or gene. Where that can happen, records are spoiled that still name theirs.
 */
class MutatedFilesSparkTest {

  private static final int FILES = 1000;
  private static final String MAF_HEADER =
      "Hugo_Symbol\tEntrez_Gene_Id\tNCBI_Build\tTumor_Sample_Barcode\tChromosome\tStart_Position\tEnd_Position\tStrand\tVariant_Classification\tReference_Allele\tTumor_Seq_Allele1\tTumor_Seq_Allele2\tMutation_Status\tHGVSp_Short\tt_alt_count\tt_ref_count\n";
  private static final String CLINICAL_HEADER =
      "#Sample\tPatient\tType\tPanel\n#Sample\tPatient\tType\tPanel\n#STRING\tSTRING\tSTRING\tSTRING\n#1\t1\t1\t1\nSAMPLE_ID\tPATIENT_ID\tSAMPLE_TYPE\tGENE_PANEL\n";
  private static final String VCF_HEADER =
      """
      ##fileformat=VCFv4.2
      ##contig=<ID=12,length=133851895>
      #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t%s
      12\t25378400\t.\tA\t<NON_REF>\t.\tPASS\tEND=25380400\tGT:MIN_DP\t0/0:30
      12\t25398280\t.\tA\t<NON_REF>\t.\tPASS\tEND=25398283\tGT:MIN_DP\t0/0:30
      """;
  private static final String VCF_END =
      "12\t25398285\t.\tC\t<NON_REF>\t.\tPASS\tEND=25398300\tGT:MIN_DP\t0/0:30\n";

  @TempDir Path folder;

  /** A kind of file, with the one record of it that is spoiled. */
  private enum Kind {
    /** Too few reads: in doubt. */
    MAF(
        "mutations",
        "impact/data_mutations_%s.txt",
        '\t',
        s -> MAF_HEADER,
        s ->
            "KRAS\t3845\tGRCh37\t"
                + s
                + "\t12\t25398284\t25398284\t+\tMissense_Mutation\tC\tC\tT\tSOMATIC\tp.G12D\t3\t400",
        s -> ""),
    /** Not profiled. */
    MATRIX(
        "matrix",
        "impact/data_gene_panel_matrix_%s.txt",
        '\t',
        s -> "SAMPLE_ID\tmutations\tcna\n",
        s -> s + "\tNA\tNA",
        s -> ""),
    /** On a panel without the gene, as the clinical file says. */
    CLINICAL(
        "samples",
        "impact/data_clinical_sample_%s.txt",
        '\t',
        s -> CLINICAL_HEADER,
        s -> s + "\tP-" + s + "\tPrimary\tNOGENE",
        s -> ""),
    /**
     * Of normal tissue, as the clinical file says; what counts is whether it tells that it does.
     */
    NORMAL(
        "samples",
        "impact/data_clinical_sample_%s.txt",
        '\t',
        s -> CLINICAL_HEADER,
        s -> s + "\tP-" + s + "\tNormal\t",
        s -> ""),
    /** A panel of its own without the gene. */
    PANEL(
        "panel",
        "impact/panel_%s.txt",
        '\t',
        s -> "stable_id: PANEL-" + s + "\n",
        s -> "gene_list: TP53\tAPC\tPTEN",
        s -> ""),
    /** Wells of one assay without a call. */
    TYPER(
        "sequenom",
        "sequenom/plate_%s.csv",
        ',',
        s ->
            "SAMPLE_ID,ASSAY_ID,GENOTYPE_ID,DESCRIPTION,WELL_POSITION\n"
                + s
                + ",K12_34,G,A.Conservative,A01\n"
                + s
                + ",K13_38,G,A.Conservative,A03\n",
        s -> s + ",K12_35,,N.No-Alleles,A02",
        s -> ""),
    /** A report that failed. */
    SANGER(
        "sanger",
        "sanger/reports_%s.csv",
        ',',
        s -> "SAMPLE_ID,GENE,REGION,RESULT,REPORT_DATE\n",
        s -> s + ",KRAS,exon 2,failed: insufficient tumor,2010-05-06",
        s -> ""),
    /** A variant that a filter has. */
    VCF(
        "wgs",
        "wgs/%s.vcf",
        '\t',
        s -> VCF_HEADER.formatted(s),
        s -> "12\t25398284\t.\tC\tT\t.\tLowQual\t.\tGT:AD\t0/1:30,22",
        s -> VCF_END),
    /** Callable where the gene is not. */
    BED(
        "callable",
        "wgs/%s.callable.bed",
        '\t',
        s -> "",
        s -> "7\t140453000\t140453200\tCALLABLE",
        s -> ""),
    /** Another sample is listed as sequenced. */
    CASES(
        "cases",
        "impact/cases_%s.txt",
        '\t',
        s -> "stable_id: x\n",
        s -> "case_list_ids: other-" + s + "\tanother-" + s,
        s -> "");

    private final String export;
    private final String file;
    private final char separator;
    private final Function<String, String> head;
    private final Function<String, String> record;
    private final Function<String, String> end;

    Kind(
        String export,
        String file,
        char separator,
        Function<String, String> head,
        Function<String, String> record,
        Function<String, String> end) {
      this.export = export;
      this.file = file;
      this.separator = separator;
      this.head = head;
      this.record = record;
      this.end = end;
    }

    String platform() {
      return switch (this) {
        case MAF, MATRIX, CLINICAL, NORMAL, PANEL, CASES -> "impact";
        case TYPER -> "sequenom";
        case SANGER -> "sanger";
        case VCF, BED -> "wgs";
      };
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void nobodyBecomesWildType(Kind kind) throws IOException {
    Landed landed = new Landed(folder);
    HandMade tables = new HandMade();
    Mutator mutator = new Mutator(kind.ordinal());
    List<String> samples =
        IntStream.range(0, FILES).mapToObj("S%04dX"::formatted).collect(Collectors.toList());
    for (String sample : samples) {
      String spoiled = spoiled(kind, sample, mutator);
      landed.file(
          kind.export,
          kind.file.formatted(sample),
          kind.head.apply(sample) + spoiled + "\n" + kind.end.apply(sample));
      tables.add(
          Registry.CROSSWALK,
          "p" + sample,
          Registry.SYSTEM,
          kind.platform(),
          Registry.ALIAS_ID,
          landed.hash(sample));
    }
    around(kind, landed, samples);

    Dataset<Row> records = Copies.numbered(landed.records(TestSpark.session()));
    GeneStatuses.Result result = GeneStatuses.run(records, tables, Landed.centers(), Landed.kras());

    Reconciliation.check(result.reconciliation().collectAsList());
    Map<String, Long> states = new TreeMap<>();
    result
        .statuses()
        .groupBy(Genomic.GENE_STATE)
        .count()
        .collectAsList()
        .forEach(row -> states.put(row.getString(0), row.getLong(1)));
    assertThat(states.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(FILES);
    List<String> wild =
        result
            .statuses()
            .where(col(Genomic.GENE_STATUS_NAME).equalTo("WT"))
            .select(Registry.PATIENT_ID)
            .collectAsList()
            .stream()
            .map(row -> row.getString(0) + ": " + spoiledOf.get(row.getString(0).substring(1)))
            .toList();
    assertThat(wild).as(states.toString()).isEmpty();
  }

  private final Map<String, String> spoiledOf = new TreeMap<>();

  /** A record that is another one, and still there where nothing else would tell of it. */
  private String spoiled(Kind kind, String sample, Mutator mutator) {
    String record = kind.record.apply(sample);
    while (true) {
      String spoiled = mutator.row(record, kind.separator);
      boolean named =
          switch (kind) {
            case MAF -> inItsPlace(spoiled, sample);
            case NORMAL -> isRagged(spoiled, sample);
            default -> true;
          };
      boolean there =
          switch (kind) {
            case VCF -> !spoiled.isBlank() && !spoiled.startsWith("#");
            // Without its line, or with no text, the file is refused at the door.
            case PANEL -> spoiled.startsWith("gene_list: ") && isText(spoiled);
            case CASES -> spoiled.startsWith("case_list_ids: ") && isText(spoiled);
            default -> true;
          };
      if (!spoiled.equals(record) && named && there) {
        spoiledOf.put(sample, spoiled);
        return spoiled;
      }
    }
  }

  private static boolean isText(String line) {
    return line.chars().noneMatch(c -> c == 0 || c == 0xFFFD);
  }

  private static boolean inItsPlace(String record, String sample) {
    String row = record.split("[\r\n]", 2)[0];
    String[] cells = row.split("\t", -1);
    return cells.length > 3
        && cells[3].equals(sample)
        && (cells[0].equals("KRAS") || cells[1].equals("3845"))
        && !row.startsWith("#");
  }

  /** Another type of tissue in the cell cannot be told from a good one. */
  private static boolean isRagged(String record, String sample) {
    String[] cells = record.split("[\r\n]", 2)[0].split("\t", -1);
    return cells[0].equals(sample) && cells.length != 4;
  }

  /** What would make the samples wild-type if the spoiled file were not there. */
  private static void around(Kind kind, Landed landed, List<String> samples) throws IOException {
    if (!kind.platform().equals("impact")) {
      return;
    }
    landed.file("panel", "impact/ours.txt", "stable_id: IMPACT468\ngene_list: TP53\tKRAS\n");
    landed.file("panel", "impact/other.txt", "stable_id: NOGENE\ngene_list: TP53\n");
    List<String> matrix = new ArrayList<>(List.of("SAMPLE_ID\tmutations"));
    for (String sample : samples) {
      String panel =
          switch (kind) {
            case PANEL -> "PANEL-" + sample;
            case CASES -> "NA";
            default -> "IMPACT468";
          };
      matrix.add(sample + "\t" + panel);
    }
    if (kind != Kind.MATRIX && kind != Kind.CLINICAL) {
      landed.file("matrix", "impact/data_gene_panel_matrix.txt", String.join("\n", matrix) + "\n");
    }
  }
}
