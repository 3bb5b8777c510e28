package org.hepatica.transform.genomics;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode_outer;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.hepatica.table.Genomic.ACCEPTANCE;
import static org.hepatica.table.Genomic.CODING_CHANGE;
import static org.hepatica.table.Genomic.CODON;
import static org.hepatica.table.Genomic.CODONS;
import static org.hepatica.table.Genomic.CONSEQUENCE;
import static org.hepatica.table.Genomic.OUTCOME;
import static org.hepatica.table.Genomic.PLATFORM;
import static org.hepatica.table.Genomic.PROTEIN_CHANGE;
import static org.hepatica.table.Genomic.SAMPLE_ID;
import static org.hepatica.table.Genomic.TUMOR;
import static org.hepatica.table.Registry.CENTER;
import static org.hepatica.table.Registry.PATIENT_ID;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.genomics.Acceptance;
import org.hepatica.genomics.Outcome;
import org.hepatica.table.Genomic;
import scala.jdk.javaapi.CollectionConverters;

/** What a platform's samples say of a patient, taken together. */
final class PlatformResults {

  /** Accepted variants: structs of codon and {@link #NAME}. */
  static final String FOUND = "found";

  /** A variant's shortest name, as a patient's status has it. */
  static final String NAME = "name";

  private static final String DOUBTFUL = "doubtful";

  private PlatformResults() {}

  /**
   * Definite results: mutated, or wild-type at some codon without a variant in doubt.
   *
   * @param assays rows of {@code Genomic.ASSAY}
   * @param calls rows of {@code Genomic.ASSAY_CALL}
   * @param parts of assays, by which a patient's samples on a platform are taken apart
   * @return centre, patient, platform, the parts; {@code codons} that were looked at and {@link
   *     #FOUND}, both with repetitions
   */
  static Dataset<Row> definite(Dataset<Row> assays, Dataset<Row> calls, Column... parts) {
    Column accepted = col(ACCEPTANCE).equalTo(Acceptance.ACCEPTED.label());
    Column doubtful = col(ACCEPTANCE).equalTo(Acceptance.NOT_ACCEPTED.label());
    Column named = concat_ws(" ", lit("codon"), col(CODON), col(CONSEQUENCE));
    Column name = coalesce(col(PROTEIN_CHANGE), col(CODING_CHANGE), named).as(NAME);
    List<String> sample = List.of(CENTER, PLATFORM, SAMPLE_ID);
    Dataset<Row> bySample =
        calls
            .withColumn(CODON, explode_outer(sequence(col(CODON), last())))
            .groupBy(sample.stream().map(key -> col(key)).toArray(Column[]::new))
            .agg(
                collect_set(when(accepted, struct(col(CODON), name))).as(FOUND),
                max(doubtful).as(DOUBTFUL));
    Column nothing = array().cast("array<struct<codon:int,name:string>>");
    Column[] by =
        Stream.concat(Stream.of(col(CENTER), col(PATIENT_ID), col(PLATFORM)), Stream.of(parts))
            .toArray(Column[]::new);
    return assays
        .where(
            col(TUMOR)
                .and(col(PATIENT_ID).isNotNull())
                .and(col(OUTCOME).notEqual(Outcome.NOT_PROFILED.label())))
        .join(bySample, CollectionConverters.asScala(sample).toSeq(), "left")
        .groupBy(by)
        .agg(
            flatten(collect_list(col(CODONS))).as(CODONS),
            flatten(collect_list(coalesce(col(FOUND), nothing))).as(FOUND),
            max(coalesce(col(DOUBTFUL), lit(false))).as(DOUBTFUL))
        .where(mutated().or(size(col(CODONS)).gt(0).and(not(col(DOUBTFUL)))))
        .drop(DOUBTFUL);
  }

  /** A change of several codons is one at each of them. */
  private static Column last() {
    return coalesce(col(Genomic.LAST_CODON), col(CODON));
  }

  /** Whether a result is mutated, at whatever codon. */
  static Column mutated() {
    return size(col(FOUND)).gt(0);
  }
}
