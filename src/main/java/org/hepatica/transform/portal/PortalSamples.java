package org.hepatica.transform.portal;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.initcap;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.hepatica.table.Registry.CENTER;
import static org.hepatica.table.Registry.PATIENT_ID;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.table.Genomic;
import org.hepatica.table.Registry;
import org.hepatica.table.Tables;
import scala.jdk.javaapi.CollectionConverters;

/** The one sample of each patient: what the study's gene status lets a portal be told. */
public final class PortalSamples {

  /** WT or MUT; null is unknown, and so told as not profiled. */
  public static final String STATUS = Genomic.GENE_STATUS_NAME;

  /** Codons that the status rests on, those of its variants among them, ascending. */
  public static final String CODONS = Genomic.CODONS;

  /** Protein changes that stand, as {@code gold/gene_status} has them. */
  public static final String NAMES = Genomic.VARIANTS;

  /** A struct for each of them: codon, name, platform, protein and coding change, consequence. */
  public static final String CALLS = "portal_calls";

  /** A variant's name. */
  public static final String NAME = "name";

  /** Primary or Metastasis, of the deciding sample's specimen; null where none says. */
  public static final String TISSUE = "portal_tissue";

  /** The platforms that tested the patient, with commas; null for none. */
  public static final String PLATFORMS = Genomic.PLATFORMS;

  private static final List<String> KEY = List.of(CENTER, PATIENT_ID);

  private PortalSamples() {}

  /** Adds status, codons, variants, platforms, assays and tissue to rows of patients. */
  static Dataset<Row> join(Dataset<Row> patients, Tables tables, String symbol) {
    Dataset<Row> statuses =
        tables
            .read(Genomic.GENE_STATUS)
            .where(col(Genomic.GENE).equalTo(symbol))
            .select(
                CENTER,
                PATIENT_ID,
                STATUS,
                CODONS,
                NAMES,
                Genomic.DECIDING_PLATFORM,
                Genomic.DECIDING_SAMPLE,
                Genomic.PLATFORMS,
                Genomic.CONFLICT,
                Genomic.ASSAYS);
    Dataset<Row> calls = calls(tables, statuses, symbol);
    return patients
        .join(statuses, keys(KEY), "left")
        .join(calls, keys(KEY), "left")
        .transform(joined -> withTissue(joined, tables))
        .withColumn(CODONS, codons())
        .withColumn(PLATFORMS, array_join(col(Genomic.PLATFORMS), ", "));
  }

  /**
   * One call for each variant that stands, that with a coding change and the deciding one first.
   */
  private static Dataset<Row> calls(Tables tables, Dataset<Row> statuses, String symbol) {
    List<String> sample = List.of(CENTER, Genomic.PLATFORM, Genomic.SAMPLE_ID);
    Dataset<Row> assays =
        tables
            .read(Genomic.ASSAY)
            .where(col(PATIENT_ID).isNotNull().and(coalesce(col(Genomic.TUMOR), lit(true))))
            .select(CENTER, Genomic.PLATFORM, Genomic.SAMPLE_ID, PATIENT_ID);
    Dataset<Row> accepted =
        tables
            .read(Genomic.ASSAY_CALL)
            .where(
                col(Genomic.GENE).equalTo(symbol).and(col(Genomic.ACCEPTANCE).equalTo("accepted")))
            .withColumn(NAME, name());
    Dataset<Row> mutated = statuses.where(col(STATUS).equalTo("MUT"));
    Column deciding =
        col(Genomic.DECIDING_PLATFORM)
            .equalTo(col(Genomic.PLATFORM))
            .and(col(Genomic.DECIDING_SAMPLE).equalTo(col(Genomic.SAMPLE_ID)));
    Column best =
        struct(
            col(Genomic.CODING_CHANGE).isNull().as("unplaced"),
            not(coalesce(deciding, lit(false))).as("beside"),
            col(Genomic.CODON),
            col(NAME),
            col(Genomic.PLATFORM),
            col(Genomic.PROTEIN_CHANGE),
            col(Genomic.CODING_CHANGE),
            col(Genomic.CONSEQUENCE));
    return accepted
        .join(assays, keys(sample))
        .join(mutated, keys(KEY))
        .where(array_contains(col(NAMES), col(NAME)))
        .groupBy(col(CENTER), col(PATIENT_ID), col(NAME))
        .agg(min(best).as("best"))
        .groupBy(CENTER, PATIENT_ID)
        .agg(array_sort(collect_list(inOrder())).as(CALLS));
  }

  private static Column inOrder() {
    return struct(
        List.of(
                Genomic.CODON,
                NAME,
                Genomic.PLATFORM,
                Genomic.PROTEIN_CHANGE,
                Genomic.CODING_CHANGE,
                Genomic.CONSEQUENCE)
            .stream()
            .map(field -> col("best").getField(field).as(field))
            .toArray(Column[]::new));
  }

  /** As the pure ring names a variant. */
  private static Column name() {
    return coalesce(
        col(Genomic.PROTEIN_CHANGE),
        col(Genomic.CODING_CHANGE),
        concat(lit("codon "), col(Genomic.CODON), lit(" "), col(Genomic.CONSEQUENCE)));
  }

  private static Column codons() {
    Column none = org.apache.spark.sql.functions.array().cast("array<int>");
    Column ofCalls =
        org.apache.spark.sql.functions.transform(col(CALLS), call -> call.getField(Genomic.CODON));
    return array_sort(array_distinct(concat(coalesce(col(CODONS), none), coalesce(ofCalls, none))));
  }

  private static Dataset<Row> withTissue(Dataset<Row> patients, Tables tables) {
    Dataset<Row> tissues =
        tables
            .read(Registry.SPECIMEN)
            .where(col(Registry.SITE).isin("primary", "metastasis"))
            .groupBy(col(CENTER), col(Registry.ACCESSION).as(Genomic.DECIDING_SAMPLE))
            .agg(collect_set(Registry.SITE).as("sites"));
    return patients
        .join(tissues, keys(List.of(CENTER, Genomic.DECIDING_SAMPLE)), "left")
        .withColumn(TISSUE, when(size(col("sites")).equalTo(1), initcap(col("sites").getItem(0))))
        .drop("sites");
  }

  private static scala.collection.immutable.Seq<String> keys(List<String> names) {
    return CollectionConverters.asScala(names).toSeq();
  }
}
