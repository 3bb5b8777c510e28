package org.hepatica.transform.genomics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.hepatica.table.Registry.CENTER;
import static org.hepatica.table.Registry.DELIVERY;
import static org.hepatica.table.Registry.SOURCE_FILE;
import static org.hepatica.table.Registry.SOURCE_LINE;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.genomics.Acceptance;
import org.hepatica.genomics.Observation;
import org.hepatica.genomics.TyperSample;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Study;
import org.hepatica.quality.Copies;
import org.hepatica.quality.Issue;
import org.hepatica.table.Genomic;
import org.hepatica.table.Operational;
import org.hepatica.table.Tables;

/** How strict each platform's reader was: what became of every record of a file, and why. */
public final class PlatformStrictness {

  /** What became of records. */
  public static final String FATE = "fate";

  public static final String USED = "used";
  public static final String OTHER_GENE = "other gene";
  public static final String CONTROL = "control";
  public static final String DUPLICATE = "duplicate";
  public static final String QUARANTINED = "quarantined";

  /** How many. */
  public static final String RECORDS = "records";

  private static final String[] LINE = {CENTER, DELIVERY, SOURCE_FILE, SOURCE_LINE};
  private static final String NUMBER =
      "^(.*?)(?<![A-Za-z0-9.])[0-9]+(?:[.][0-9]+)?(?![A-Za-z0-9])(.*)$";

  private PlatformStrictness() {}

  /**
   * A row a file, fate and reason: centre, format, export, delivery, file, {@link #FATE}, reason,
   * {@link #RECORDS}. The fates are those above and, of variants, {@code set aside} and {@code not
   * accepted}; the first number of a reason is written n. A file's rows add up to its records.
   *
   * @param tables records that hold, calls and the gene's quarantine
   * @param centers by name
   * @param gene and its policy
   */
  public static Dataset<Row> rows(Tables tables, Map<String, Center> centers, Study.Gene gene) {
    PlatformRecords platform =
        new PlatformRecords(
            tables.read(Operational.RECORD), centers, new Laboratories(centers, gene));
    Column fate = col("what." + FATE);
    Column reason = col("what." + Genomic.REASON);
    return Copies.marked(platform.delivered())
        .join(withheld(tables.read(Genomic.GENE_QUARANTINE)), LINE, "left")
        .join(called(tables.read(Genomic.ASSAY_CALL)), LINE, "left")
        .withColumn("what", fate(platform))
        .groupBy(
            col(CENTER),
            col(PlatformRecords.FORMAT),
            col(Operational.EXPORT),
            col(DELIVERY),
            col(SOURCE_FILE),
            fate.as(FATE),
            regexp_replace(reason, NUMBER, "$1n$2").as(Genomic.REASON))
        .agg(sum(rows()).as(RECORDS));
  }

  /** A record is one row, but for the one that tells of many. */
  private static Column rows() {
    return when(PlatformRecords.isOfFile(), PlatformRecords.cell(Observation.ROWS).cast("bigint"))
        .otherwise(lit(1L));
  }

  private static Column fate(PlatformRecords platform) {
    Column acceptance = col("call." + Genomic.ACCEPTANCE);
    return when(PlatformRecords.isOfFile(), is(OTHER_GENE))
        .when(col(Copies.MARK), is(DUPLICATE))
        .when(col("rule").isNotNull(), is(QUARANTINED, col("rule")))
        .when(acceptance.equalTo(Acceptance.ACCEPTED.label()), is(USED))
        .when(acceptance.isNotNull(), struct(acceptance.as(FATE), why()))
        .when(PlatformRecords.cell(TyperSample.CONTROL).isNotNull(), is(CONTROL))
        .when(not(platform.concernsGene()), is(OTHER_GENE))
        .otherwise(is(USED));
  }

  private static Column why() {
    return col("call." + Genomic.REASON).as(Genomic.REASON);
  }

  private static Column is(String fate) {
    return is(fate, lit(null).cast("string"));
  }

  private static Column is(String fate, Column reason) {
    return struct(lit(fate).as(FATE), reason.as(Genomic.REASON));
  }

  private static Dataset<Row> withheld(Dataset<Row> quarantine) {
    return quarantine
        .where(col(Operational.LEVEL).equalTo(Issue.RECORD))
        .groupBy(CENTER, DELIVERY, SOURCE_FILE, SOURCE_LINE)
        .agg(min(col(Operational.RULE)).as("rule"));
  }

  /** Of a record with several variants the one that counts most. */
  private static Dataset<Row> called(Dataset<Row> calls) {
    Column rank =
        when(col(Genomic.ACCEPTANCE).equalTo(Acceptance.ACCEPTED.label()), lit(0))
            .when(col(Genomic.ACCEPTANCE).equalTo(Acceptance.NOT_ACCEPTED.label()), lit(1))
            .otherwise(lit(2));
    return calls
        .groupBy(CENTER, DELIVERY, SOURCE_FILE, SOURCE_LINE)
        .agg(min(struct(rank, col(Genomic.ACCEPTANCE), col(Genomic.REASON))).as("call"));
  }
}
