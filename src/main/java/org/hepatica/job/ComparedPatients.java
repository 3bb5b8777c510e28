package org.hepatica.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.table.Genomic;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;

/** The patients of whom two nights tell something else, by the change feeds between the two. */
final class ComparedPatients {

  private ComparedPatients() {}

  /**
   * Centre and patient, each once; empty when feeds do not tell, or all tables are small: then all
   * patients are to be looked at.
   *
   * @param centers SQL of the rows of the centres that are meant
   * @param settle gives an intermediate of a name written down
   */
  static Optional<Dataset<Row>> between(
      LakeChanges nights, String centers, BiFunction<String, Dataset<Row>, Dataset<Row>> settle) {
    List<TableDefinition> tables = new ArrayList<>(Registry.ALL);
    tables.add(Genomic.GENE_STATUS);
    tables.addAll(LakeChanges.SUBJECTS);
    if (!nights.now().isFollowed(tables) || nights.whyNot(tables).isPresent()) {
      return Optional.empty();
    }
    Dataset<Row> patients =
        nights.patients(centers, settle).union(nights.subjects(centers, settle)).distinct();
    return Optional.of(settle.apply("compared-patients", patients));
  }
}
