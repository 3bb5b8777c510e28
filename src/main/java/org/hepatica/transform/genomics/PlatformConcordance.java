package org.hepatica.transform.genomics;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.hepatica.table.Genomic.CODON;
import static org.hepatica.table.Genomic.CODONS;
import static org.hepatica.table.Genomic.PLATFORM;
import static org.hepatica.table.Registry.CENTER;
import static org.hepatica.table.Registry.PATIENT_ID;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.genomics.GeneState;
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

  private static final String MUTATED_A = "mutated_a";
  private static final String MUTATED_B = "mutated_b";
  private static final String RESULTS = "results";
  private static final String FOUND_A = "found_a";
  private static final String FOUND_B = "found_b";

  private PlatformConcordance() {}

  /** Rows of {@link Results#CONCORDANCE}, by platforms, of {@link #pairs}. */
  public static Dataset<Row> rows(Dataset<Row> pairs) {
    MapFunction<Row, Row> withKappa = PlatformConcordance::withKappa;
    return counts(pairs)
        .orderBy(PLATFORM_A, PLATFORM_B)
        .map(withKappa, Encoders.row(Results.CONCORDANCE.schema()));
  }

  /** Rows of {@link Results#DISCORDANT_PATIENT}, of {@link #pairs}: those who disagree. */
  public static Dataset<Row> discordant(Dataset<Row> pairs) {
    return Tables.shaped(pairs.where(col(Results.KIND).isNotNull()), Results.DISCORDANT_PATIENT);
  }

  /**
   * Patients and two platforms that looked at a codon both; no kind where they agree. To be settled
   * where it is asked twice.
   */
  public static Dataset<Row> pairs(Tables tables) {
    return pairs(tables.read(Genomic.ASSAY), tables.read(Genomic.ASSAY_CALL));
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
    // A table that lets no spread be seen, as of full agreement, says nothing of how sure kappa is.
    Optional<KappaResult.Kappa> spread = kappa.filter(k -> k.stdError() > 0);
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
        spread.map(k -> k.interval().low()).orElse(null),
        spread.map(k -> k.interval().high()).orElse(null),
        row.get(6));
  }

  private static Double orNull(OptionalDouble share) {
    return share.isPresent() ? share.getAsDouble() : null;
  }

  /**
   * Counts patients by pair of platforms with a definite result on both: mutated, or wild-type
   * without a variant in doubt, at the codons that both looked at.
   */
  public static Dataset<Row> counts(Dataset<Row> assays, Dataset<Row> calls) {
    return counts(pairs(assays, calls));
  }

  private static Dataset<Row> counts(Dataset<Row> pairs) {
    Column inA = size(col(MUTATED_A)).gt(0);
    Column inB = size(col(MUTATED_B)).gt(0);
    return pairs
        .groupBy(PLATFORM_A, PLATFORM_B)
        .agg(
            count_if(not(inA.or(inB))).as(BOTH_WILD_TYPE),
            count_if(is(Results.ONLY_FIRST_MUTATED)).as(ONLY_A_MUTATED),
            count_if(is(Results.ONLY_SECOND_MUTATED)).as(ONLY_B_MUTATED),
            count_if(inA.and(inB)).as(BOTH_MUTATED),
            count_if(is(Results.AT_OTHER_CODONS)).as(Results.OTHER_CODONS));
  }

  private static Column is(String kind) {
    return col(Results.KIND).equalTo(kind);
  }

  static Dataset<Row> pairs(Dataset<Row> assays, Dataset<Row> calls) {
    Column common = array_sort(array_intersect(col("codons_a"), col("codons_b")));
    Column inA = size(col(MUTATED_A)).gt(0);
    Column inB = size(col(MUTATED_B)).gt(0);
    Column kind =
        when(inA.and(size(col(MUTATED_B)).equalTo(0)), Results.ONLY_FIRST_MUTATED)
            .when(inB.and(size(col(MUTATED_A)).equalTo(0)), Results.ONLY_SECOND_MUTATED)
            .when(col(MUTATED_A).notEqual(col(MUTATED_B)), Results.AT_OTHER_CODONS);
    return twoByTwo(PlatformResults.definite(assays, calls))
        .withColumn(CODONS, common)
        .where(size(col(CODONS)).gt(0))
        .withColumns(Map.of(FOUND_A, amongCodons(FOUND_A), FOUND_B, amongCodons(FOUND_B)))
        .withColumns(
            Map.of(
                MUTATED_A,
                each(FOUND_A, CODON),
                MUTATED_B,
                each(FOUND_B, CODON),
                Results.VARIANTS_A,
                each(FOUND_A, PlatformResults.NAME),
                Results.VARIANTS_B,
                each(FOUND_B, PlatformResults.NAME)))
        .withColumn(Results.KIND, kind)
        .drop("codons_a", "codons_b", FOUND_A, FOUND_B);
  }

  /** A patient's results of different platforms beside one another. Most patients have one. */
  private static Dataset<Row> twoByTwo(Dataset<Row> results) {
    return results
        .groupBy(CENTER, PATIENT_ID)
        .agg(
            collect_list(struct(col(PLATFORM), col(CODONS), col(PlatformResults.FOUND)))
                .as(RESULTS))
        .where(size(col(RESULTS)).gt(1))
        .withColumn("a", explode(col(RESULTS)))
        .withColumn("b", explode(col(RESULTS)))
        .where(col("a." + PLATFORM).lt(col("b." + PLATFORM)))
        .select(
            col(CENTER),
            col(PATIENT_ID),
            col("a." + PLATFORM).as(PLATFORM_A),
            col("b." + PLATFORM).as(PLATFORM_B),
            col("a." + CODONS).as("codons_a"),
            col("b." + CODONS).as("codons_b"),
            col("a." + PlatformResults.FOUND).as(FOUND_A),
            col("b." + PlatformResults.FOUND).as(FOUND_B));
  }

  /** What was found at the codons that both looked at. */
  private static Column amongCodons(String found) {
    return filter(col(found), variant -> array_contains(col(CODONS), variant.getField(CODON)));
  }

  /** A field of what was found: each value once, ascending. */
  private static Column each(String found, String field) {
    return array_sort(array_distinct(transform(col(found), v -> v.getField(field))));
  }
}
