package org.hepatica.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.lake.Lake;
import org.hepatica.protocol.Study;
import org.hepatica.table.Genomic;
import org.hepatica.table.Results;
import org.hepatica.table.TableDefinition;
import org.hepatica.transform.genomics.CodonSpectrum;
import org.hepatica.transform.genomics.GeneDrift;
import org.hepatica.transform.genomics.PlatformConcordance;

/** What the analyses tell of the study's gene: how platforms agree, drift, which variants. */
final class GeneResults {

  static final List<TableDefinition> TABLES =
      List.of(
          Results.CONCORDANCE,
          Results.DISCORDANT_PATIENT,
          Results.GENE_DRIFT,
          Results.CODON_SPECTRUM,
          Results.GENE_STATE_COUNT);

  private final Lake lake;
  private final boolean isKept;
  private Dataset<Row> pairs;
  private final Map<TableDefinition, Supplier<List<Row>>> rows = new LinkedHashMap<>();

  /**
   * @param parts beside which the rows are found
   */
  GeneResults(Lake lake, Study.Gene gene, MaintainedCounts maintained, SideBySide parts) {
    this.lake = lake;
    // Platforms say what they said where no assay is another.
    isKept =
        maintained.areAsThen(
            Genomic.ASSAY,
            Genomic.ASSAY_CALL,
            Results.CONCORDANCE,
            Results.DISCORDANT_PATIENT,
            Results.GENE_DRIFT);
    find(
        parts,
        Results.CONCORDANCE,
        () ->
            isKept
                ? kept(
                    Results.CONCORDANCE,
                    PlatformConcordance.PLATFORM_A,
                    PlatformConcordance.PLATFORM_B)
                : PlatformConcordance.rows(pairs()));
    find(
        parts,
        Results.GENE_DRIFT,
        () ->
            isKept
                ? kept(Results.GENE_DRIFT, Genomic.PLATFORM, Results.YEAR)
                : GeneDrift.rows(lake));
    find(parts, Results.CODON_SPECTRUM, () -> CodonSpectrum.rows(lake, gene));
    find(parts, Results.GENE_STATE_COUNT, () -> PlatformConcordance.stateCounts(lake));
  }

  /** Settled once, for those who are counted are those who are listed. */
  private synchronized Dataset<Row> pairs() {
    if (pairs == null) {
      pairs = lake.settle("platform-pairs", PlatformConcordance.pairs(lake));
    }
    return pairs;
  }

  private void find(SideBySide parts, TableDefinition table, Supplier<Dataset<Row>> made) {
    rows.put(table, parts.find(() -> made.get().collectAsList()));
  }

  private Dataset<Row> kept(TableDefinition table, String first, String second) {
    return lake.read(table).orderBy(first, second);
  }

  /** The tables of counts, once the parts have run. */
  Map<TableDefinition, List<Row>> rows() {
    Map<TableDefinition, List<Row>> found = new LinkedHashMap<>();
    rows.forEach((table, each) -> found.put(table, each.get()));
    return found;
  }

  /** Writes the table of patients, beside other tables; it stays where it would be the same. */
  void write(SideBySide writes) {
    if (!isKept) {
      writes.add(
          () ->
              lake.overwrite(Results.DISCORDANT_PATIENT, PlatformConcordance.discordant(pairs())));
    }
  }
}
