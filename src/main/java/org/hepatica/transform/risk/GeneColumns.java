package org.hepatica.transform.risk;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.table.Genomic;
import org.hepatica.table.Gold;
import org.hepatica.table.Let;

/** The gene's status, taken from its table. */
final class GeneColumns {

  private static final List<String> TAKEN =
      List.of(
          Genomic.GENE_STATE,
          Genomic.GENE_STATUS_NAME,
          Genomic.DECIDING_PLATFORM,
          Genomic.VARIANTS);

  private static final String OF_GENE = "status_of_gene";

  private GeneColumns() {}

  /** Adds state, status, platform and variants of the study's gene; nulls without a gene. */
  static Dataset<Row> add(Dataset<Row> course, Study study) {
    return study
        .gene()
        .map(gene -> Let.columns(course, OF_GENE, status(gene.symbol()), TAKEN))
        .orElseGet(() -> course.withColumns(nulls()));
  }

  /** A patient about whom no laboratory and nobody else says anything was not tested. */
  static Dataset<Row> orUntested(Dataset<Row> course, Study study) {
    Column untested = when(col(Genomic.GENE_STATUS_NAME).isNull(), lit("not tested"));
    return study.gene().isEmpty()
        ? course
        : course.withColumn(Genomic.GENE_STATE, coalesce(col(Genomic.GENE_STATE), untested));
  }

  private static Column status(String symbol) {
    Column rows = col(Genomic.GENE_STATUS.name());
    return get(filter(rows, one -> one.getField(Genomic.GENE).equalTo(symbol)), lit(0));
  }

  private static Map<String, Column> nulls() {
    Map<String, Column> nulls = new LinkedHashMap<>();
    TAKEN.forEach(name -> nulls.put(name, lit(null).cast(Gold.SUBJECT.column(name).kind().type())));
    return nulls;
  }
}
