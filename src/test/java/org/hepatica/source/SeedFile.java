package org.hepatica.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A good file of a format, to be spoiled.
 *
 * @param format the reader's name
 * @param separator of its cells
 * @param head the lines before its rows
 * @param row a row by its number
 * @param line whether what a line holds can be counted without reading the format
 */
record SeedFile(String format, char separator, String head, IntFunction<String> row, boolean line) {

  static final List<SeedFile> ALL =
      List.of(
          new SeedFile(
              "csv",
              ',',
              "MRN,SEX,BORN,NOTE\n",
              i ->
                  "M%05d,%s,19%02d-01-31,\"a \"\"note\"\", %d\""
                      .formatted(i, "MF".charAt(i % 2), i % 100, i),
              false),
          new SeedFile(
              "csv",
              ';',
              "sep=;\nMRN;SIZE;DATE;;\n",
              i -> "=\"%05d\";%d,5;%d;;".formatted(i, i % 30, 36_526 + i),
              false),
          new SeedFile(
              "csv",
              ',',
              "SAMPLE_ID,GENE,REGION,RESULT,DATE\n",
              i ->
                  "S10-%d,KRAS,exon 2,%s,2010-01-31"
                      .formatted(i, i % 3 == 0 ? "wild type" : "G12D"),
              false),
          new SeedFile(
              "tsv",
              '\t',
              "#export\nMRN\tSEX\tNOTE\n",
              i -> "M%05d\tM\tn\u00F6te %d".formatted(i, i),
              true),
          new SeedFile(
              "maf",
              '\t',
              "#version 2.4\nHugo_Symbol\tNCBI_Build\tChromosome\tStart_Position\tVariant_Classification\tTumor_Sample_Barcode\tHGVSp_Short\n",
              i ->
                  "KRAS\tGRCh37\t12\t2539828%d\tMissense_Mutation\tP-%07d-T01-IM3\tp.G12V"
                      .formatted(i % 10, i),
              true),
          new SeedFile(
              "gene-panel-matrix",
              '\t',
              "SAMPLE_ID\tcna\tmutations\n",
              i -> "P-%07d-T01-IM3\tNA\tIMPACT341".formatted(i),
              true),
          new SeedFile(
              "clinical-sample",
              '\t',
              "#Sample\tPatient\nSAMPLE_ID\tPATIENT_ID\tSAMPLE_TYPE\tGENE_PANEL\n",
              i -> "P-%07d-T01-IM3\tP-%07d\tMetastasis\tIMPACT341".formatted(i, i),
              true),
          new SeedFile(
              "gene-panel",
              ' ',
              "stable_id: IMPACT341\n",
              i -> i == 0 ? "gene_list: ABL1\tKRAS" : "x: " + i,
              false),
          new SeedFile(
              "case-list",
              ' ',
              "stable_id: s\n",
              i -> i == 0 ? "case_list_ids: P-1-T01-IM3\tP-2" : "x: " + i,
              false),
          new SeedFile(
              "typer",
              ',',
              "Typer 4.0 export,,\nCUSTOMER,SAMPLE_ID,ASSAY_ID,GENOTYPE_ID,DESCRIPTION\n",
              i -> "\"Lab, one\",S10-%d,KRAS_G12_35,GA,A.Conservative".formatted(i),
              false),
          new SeedFile(
              "vcf",
              '\t',
              "##fileformat=VCFv4.2\n##contig=<ID=12,length=133851895>\n##tumor_sample=T\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tT\tN\n",
              i ->
                  "12\t2539828%d\t.\tC\tA\t.\tPASS\tEND=%d\tGT:DP:AD\t0/1:30:20,10\t0/0:30:30,0"
                      .formatted(i % 10, 25_398_290 + i),
              false),
          new SeedFile(
              "callable-bed",
              '\t',
              "track name=callable\n",
              i -> "12\t%d\t%d\tCALLABLE".formatted(25_398_270 + i, 25_398_290 + i),
              false));

  /** Its rows. */
  List<String> rows(int count) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(row.apply(i));
    }
    return rows;
  }

  @Override
  public String toString() {
    return format + " by '" + separator + "'";
  }
}
