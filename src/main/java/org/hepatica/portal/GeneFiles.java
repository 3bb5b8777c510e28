package org.hepatica.portal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.hepatica.transform.portal.PortalSamples;

/**
 * What is told of the gene: mutations, the panel of each sample, the list of those that were
 * profiled, and the panels. A sample of unknown status stands in the matrix with {@code NA} and in
 * no list.
 */
final class GeneFiles implements Closeable {

  static final String MUTATIONS = "data_mutations.txt";
  static final String MATRIX = "data_gene_panel_matrix.txt";

  private static final String SEQUENCED = "sequenced";
  private static final String NOT_PROFILED = "NA";

  private final Path folder;
  private final String gene;
  private final MutationFile mutations;
  private final TabFile matrix;
  private final CaseList sequenced;
  private final Map<String, GenePanel> panels = new TreeMap<>();
  private long profiled;
  private long mutated;

  GeneFiles(Path folder, PortalStudy study) throws IOException {
    this.folder = folder;
    gene = study.gene().orElseThrow();
    mutations = new MutationFile(folder.resolve(MUTATIONS), study);
    matrix = new TabFile(folder.resolve(MATRIX));
    matrix.line(List.of("SAMPLE_ID", MetaFiles.PROFILE));
    sequenced =
        CaseList.of(
            folder, study, SEQUENCED, "Samples of known status", "all_cases_with_mutation_data");
  }

  /**
   * Writes what is known of a sample.
   *
   * @return its panel, or null when its status is unknown
   */
  String add(String sample, Row row) throws IOException {
    String status = row.getAs(PortalSamples.STATUS);
    if (status == null) {
      matrix.line(List.of(sample, NOT_PROFILED));
      return null;
    }
    GenePanel panel = new GenePanel(gene, row.getList(row.fieldIndex(PortalSamples.CODONS)));
    if (panels.putIfAbsent(panel.id(), panel) == null) {
      panel.write(folder);
    }
    matrix.line(List.of(sample, panel.id()));
    sequenced.add(sample);
    profiled++;
    if (status.equals("MUT")) {
      mutated++;
      addMutations(sample, row);
    }
    return panel.id();
  }

  /** A mutated sample without a line here would be read as wild-type. */
  private void addMutations(String sample, Row row) throws IOException {
    List<String> names = row.getList(row.fieldIndex(PortalSamples.NAMES));
    int calls = row.fieldIndex(PortalSamples.CALLS);
    List<Row> found = row.isNullAt(calls) ? List.of() : row.getList(calls);
    if (found.isEmpty() || found.size() != names.size()) {
      throw new PortalException(
          "sample %s is mutated by %s, but gold/assay_call has %d of these calls; run jobs/nightly --full"
              .formatted(sample, names, found.size()));
    }
    for (Row call : found) {
      mutations.add(sample, call);
    }
  }

  Exported.Gene told() {
    return new Exported.Gene(
        profiled, mutated, mutations.lines(), mutations.placed(), List.copyOf(panels.keySet()));
  }

  /** Takes the files away again: the portal knows no mutations of which no sample is profiled. */
  static void remove(Path folder) throws IOException {
    for (String file : List.of(MUTATIONS, MATRIX, CaseList.FOLDER + "/cases_sequenced.txt")) {
      Files.delete(folder.resolve(file));
    }
  }

  @Override
  public void close() throws IOException {
    try (mutations;
        matrix;
        sequenced) {
      // Each is closed, whatever becomes of the others.
    }
  }
}
