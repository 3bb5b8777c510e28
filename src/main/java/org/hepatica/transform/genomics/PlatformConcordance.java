package org.hepatica.transform.genomics;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;
import static org.hepatica.table.Genomic.ACCEPTANCE;
import static org.hepatica.table.Genomic.CODON;
import static org.hepatica.table.Genomic.CODONS;
import static org.hepatica.table.Genomic.OUTCOME;
import static org.hepatica.table.Genomic.PLATFORM;
import static org.hepatica.table.Genomic.SAMPLE_ID;
import static org.hepatica.table.Genomic.TUMOR;
import static org.hepatica.table.Registry.CENTER;
import static org.hepatica.table.Registry.PATIENT_ID;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.genomics.Acceptance;
import org.hepatica.genomics.GeneState;
import org.hepatica.genomics.Outcome;
import org.hepatica.survival.Agreement;
import org.hepatica.survival.KappaResult;
import org.hepatica.table.Genomic;
import org.hepatica.table.Gold;
import org.hepatica.table.Results;
import org.hepatica.table.Tables;

/**
 * How two platforms agree on the patients that both tested, over the codons that both looked at.
 */
public final class PlatformConcordance {

  public static final String PLATFORM_A = "platform_a";
  public static final String PLATFORM_B = "platform_b";
  public static final String BOTH_WILD_TYPE = "both_wild_type";
  public static final String ONLY_A_MUTATED = "only_a_mutated";
  public static final String ONLY_B_MUTATED = "only_b_mutated";
  public static final String BOTH_MUTATED = "both_mutated";

  private static final String MUTATED = "mutated";
  private static final String DOUBTFUL = "doubtful";

  private PlatformConcordance() {}

  /** Rows of {@link Results#CONCORDANCE}, by platforms. */
  public static Dataset<Row> rows(Tables tables) {
    MapFunction<Row, Row> withKappa = PlatformConcordance::withKappa;
    return counts(tables.read(Genomic.ASSAY), tables.read(Genomic.ASSAY_CALL))
        .orderBy(PLATFORM_A, PLATFORM_B)
        .map(withKappa, Encoders.row(Results.CONCORDANCE.schema()));
  }

  /** Rows of {@link Results#GENE_STATE_COUNT}: patients of the cohort, in the states' order. */
  public static Dataset<Row> stateCounts(Tables tables) {
    Column[] states =
        Stream.of(GeneState.values()).map(state -> lit(state.label())).toArray(Column[]::new);
    return tables
        .read(Gold.SUBJECT)
        .where(col(Gold.IN_COHORT).and(col(Genomic.GENE_STATE).isNotNull()))
        .groupBy(Genomic.GENE_STATE, Genomic.DECIDING_PLATFORM)
        .agg(count(lit(1)).as(Results.COUNT))
        .orderBy(
            array_position(array(states), col(Genomic.GENE_STATE)),
            col(Genomic.DECIDING_PLATFORM).asc_nulls_last());
  }

  private static Row withKappa(Row row) {
    long[][] table = {{row.getLong(2), row.getLong(4)}, {row.getLong(3), row.getLong(5)}};
    Agreement agreement = Agreement.withDefaults();
    Optional<KappaResult.Kappa> kappa = agreement.kappa(table).estimate();
    return RowFactory.create(
        row.get(0),
        row.get(1),
        row.get(2),
        row.get(3),
        row.get(4),
        row.get(5),
        orNull(agreement.specific(table, 1)),
        orNull(agreement.specific(table, 0)),
        kappa.map(KappaResult.Kappa::kappa).orElse(null),
        kappa.map(k -> k.interval().low()).orElse(null),
        kappa.map(k -> k.interval().high()).orElse(null));
  }

  private static Double orNull(OptionalDouble share) {
    return share.isPresent() ? share.getAsDouble() : null;
  }

  /**
   * Counts patients by pair of platforms with a definite result on both: mutated, or wild-type
   * without a variant in doubt, at the codons that both looked at.
   */
  public static Dataset<Row> counts(Dataset<Row> assays, Dataset<Row> calls) {
    Dataset<Row> results =
        byPatient(assays, calls).where(size(col(MUTATED)).gt(0).or(not(col(DOUBTFUL))));
    Dataset<Row> a = side(results, "a");
    Dataset<Row> b = side(results, "b");
    Column common = array_intersect(col("codons_a"), col("codons_b"));
    Column inA = size(array_intersect(col("mutated_a"), common)).gt(0);
    Column inB = size(array_intersect(col("mutated_b"), common)).gt(0);
    return a.join(
            b,
            col("center_a")
                .equalTo(col("center_b"))
                .and(col("patient_a").equalTo(col("patient_b")))
                .and(col(PLATFORM_A).lt(col(PLATFORM_B))))
        .where(size(common).gt(0))
        .groupBy(PLATFORM_A, PLATFORM_B)
        .agg(
            count_if(not(inA).and(not(inB))).as(BOTH_WILD_TYPE),
            count_if(inA.and(not(inB))).as(ONLY_A_MUTATED),
            count_if(not(inA).and(inB)).as(ONLY_B_MUTATED),
            count_if(inA.and(inB)).as(BOTH_MUTATED));
  }

  private static Dataset<Row> byPatient(Dataset<Row> assays, Dataset<Row> calls) {
    Column accepted = col(ACCEPTANCE).equalTo(Acceptance.ACCEPTED.label());
    Column doubtful = col(ACCEPTANCE).equalTo(Acceptance.NOT_ACCEPTED.label());
    Dataset<Row> bySample =
        calls
            .groupBy(CENTER, PLATFORM, SAMPLE_ID)
            .agg(collect_set(when(accepted, col(CODON))).as(MUTATED), max(doubtful).as(DOUBTFUL));
    Column nothing = array().cast("array<int>");
    return assays
        .where(
            col(TUMOR)
                .and(col(PATIENT_ID).isNotNull())
                .and(col(OUTCOME).notEqual(Outcome.NOT_PROFILED.label())))
        .join(
            bySample,
            scala.jdk.javaapi.CollectionConverters.asScala(List.of(CENTER, PLATFORM, SAMPLE_ID))
                .toSeq(),
            "left")
        .groupBy(CENTER, PATIENT_ID, PLATFORM)
        .agg(
            flatten(collect_list(col(CODONS))).as(CODONS),
            flatten(collect_list(coalesce(col(MUTATED), nothing))).as(MUTATED),
            max(coalesce(col(DOUBTFUL), lit(false))).as(DOUBTFUL));
  }

  private static Dataset<Row> side(Dataset<Row> results, String side) {
    return results.select(
        col(CENTER).as("center_" + side),
        col(PATIENT_ID).as("patient_" + side),
        col(PLATFORM).as("platform_" + side),
        col(CODONS).as("codons_" + side),
        col(MUTATED).as("mutated_" + side));
  }
}
