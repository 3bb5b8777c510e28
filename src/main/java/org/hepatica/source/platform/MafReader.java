package org.hepatica.source.platform;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hepatica.source.format.FileContext;

/** Mutation annotation format, any of its column sets. */
final class MafReader extends ColumnTable {

  private static final long serialVersionUID = 1L;

  private static final String SYMBOL = "Hugo_Symbol";
  private static final String ENTREZ = "Entrez_Gene_Id";
  static final String SAMPLE = "Tumor_Sample_Barcode";
  private static final String MATCHED_NORMAL = "Matched_Norm_Sample_Barcode";

  private static final Map<String, String> COLUMNS =
      Stream.of(
              SYMBOL,
              ENTREZ,
              "NCBI_Build",
              "Chromosome",
              "Start_Position",
              "End_Position",
              "Strand",
              "Variant_Classification",
              "Variant_Type",
              "Reference_Allele",
              "Tumor_Seq_Allele1",
              "Tumor_Seq_Allele2",
              SAMPLE,
              MATCHED_NORMAL,
              "Mutation_Status",
              "HGVSc",
              "HGVSp",
              "HGVSp_Short",
              "t_alt_count",
              "t_ref_count",
              "i_t_alt_count",
              "i_t_ref_count",
              "Protein_Change",
              "Amino_Acid_Change",
              "cDNA_Change",
              "Consequence",
              "FILTER")
          .collect(
              Collectors.toUnmodifiableMap(
                  name -> name.toLowerCase(Locale.ROOT), Function.identity()));

  @Override
  String column(String delivered) {
    return COLUMNS.get(delivered.toLowerCase(Locale.ROOT));
  }

  @Override
  List<String> required() {
    return List.of(SYMBOL, SAMPLE);
  }

  @Override
  RowFilter filter(FileContext file, List<String> names) {
    return file.genes().isEmpty()
        ? RowFilter.ALL
        : new GeneRows(file.genes(), names.indexOf(SYMBOL), names.indexOf(ENTREZ), names.size());
  }

  /** The sample, and the gene as far as it is named: where cells lie is not sure. */
  @Override
  Map<String, String> whose(Map<String, String> cells) {
    return unreadable(cells, List.of(SAMPLE, SYMBOL, ENTREZ));
  }

  @Override
  void complete(Map<String, String> cells) {
    SampleNames.markNormal(cells, SAMPLE);
  }

  @Override
  public Set<String> identifyingColumns() {
    return Set.of(SAMPLE, MATCHED_NORMAL);
  }
}
