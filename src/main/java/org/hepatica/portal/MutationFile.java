package org.hepatica.portal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.hepatica.genomics.ChangeLocator;
import org.hepatica.genomics.CodingGene;
import org.hepatica.genomics.GenomicAllele;
import org.hepatica.genomics.KnownCodon;
import org.hepatica.protocol.GeneLocus;
import org.hepatica.table.Genomic;

/**
 * Mutations as MAF, on the plus strand. Where no laboratory told the bases, or none lies at a known
 * codon, position and alleles are empty: the protein change alone is told, none is made up.
 */
final class MutationFile implements Closeable {

  private static final List<String> COLUMNS =
      List.of(
          "Hugo_Symbol",
          "Entrez_Gene_Id",
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
          "Tumor_Sample_Barcode",
          "Mutation_Status",
          "Sequence_Source",
          "HGVSc",
          "HGVSp_Short");

  private final TabFile file;
  private final PortalStudy study;
  private final Optional<ChangeLocator> locator;
  private long lines;
  private long placed;

  MutationFile(Path path, PortalStudy study) throws IOException {
    this.study = study;
    locator = study.locus().map(place -> new ChangeLocator(coding(place), study.build()));
    file = new TabFile(path);
    file.line(COLUMNS);
  }

  /** Writes a variant of a sample. */
  void add(String sample, Row call) throws IOException {
    String protein = call.getAs(Genomic.PROTEIN_CHANGE);
    String change = call.getAs(Genomic.CODING_CHANGE);
    Optional<GenomicAllele> allele = locator.flatMap(each -> each.locate(change));
    Optional<MafAllele> maf = allele.map(MafAllele::of);
    String classification =
        Classification.of(
            call.getAs(Genomic.CONSEQUENCE), protein == null ? change : protein, allele);
    file.line(
        Arrays.asList(
            study.gene().orElseThrow(),
            study.locus().map(place -> String.valueOf(place.entrez())).orElse(null),
            study.build().label(),
            study.locus().map(GeneLocus::chromosome).orElse(null),
            maf.map(each -> String.valueOf(each.start())).orElse(null),
            maf.map(each -> String.valueOf(each.end())).orElse(null),
            "+",
            classification,
            maf.map(MafAllele::type).orElse(null),
            maf.map(MafAllele::reference).orElse(null),
            maf.map(MafAllele::reference).orElse(null),
            maf.map(MafAllele::alternate).orElse(null),
            sample,
            "Somatic",
            call.getAs(Genomic.PLATFORM),
            change,
            protein == null ? null : "p." + protein));
    lines++;
    placed += allele.isPresent() ? 1 : 0;
  }

  /** Variants written. */
  long lines() {
    return lines;
  }

  /** Those with a place on the genome. */
  long placed() {
    return placed;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static CodingGene coding(GeneLocus place) {
    return new CodingGene(
        place.symbol(),
        place.entrez(),
        place.chromosome(),
        place.isOnMinusStrand(),
        place.codons().stream()
            .map(
                codon ->
                    new KnownCodon(codon.number(), codon.bases(), codon.grch37(), codon.grch38()))
            .toList(),
        Map.of());
  }
}
