package org.hepatica.transform.genomics;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;
import static org.hepatica.table.Genomic.PLATFORM;
import static org.hepatica.table.Genomic.SAMPLE_ID;
import static org.hepatica.table.Operational.CELLS;
import static org.hepatica.table.Operational.DEFECT;
import static org.hepatica.table.Operational.EXPORT;
import static org.hepatica.table.Registry.CENTER;
import static org.hepatica.table.Registry.DELIVERY;
import static org.hepatica.table.Registry.SOURCE_FILE;
import static org.hepatica.table.Registry.SOURCE_LINE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.genomics.CodingGene;
import org.hepatica.genomics.ImpactSample;
import org.hepatica.genomics.Observation;
import org.hepatica.genomics.TyperSample;
import org.hepatica.protocol.Center;

/** Bronze records of the platforms, gathered by sample. */
final class PlatformRecords {

  static final String FORMAT = "format";
  static final String SAMPLE_NUMBER = "sample_number";
  static final String SAMPLES_OF_RECORD = "samples_of_record";
  static final String OBSERVATIONS = "observations";
  static final String PLATFORM_PATIENT = "platform_patient";
  static final String PANELS = "panels";
  static final String PANELS_ASSIGNED = "assigned";
  static final String PANELS_DESCRIBED = "described";
  static final String PANELS_WITH_GENE = "with_gene";

  /** Formats that say something about panels. */
  static final Object[] OF_PANELS = {"gene-panel", "gene-panel-matrix", "clinical-sample"};

  private final Dataset<Row> delivered;
  private final Dataset<Row> all;
  private final Dataset<Row> records;
  private final Laboratories laboratories;
  private final Map<String, Center> centers;

  PlatformRecords(Dataset<Row> records, Map<String, Center> centers, Laboratories laboratories) {
    this.laboratories = laboratories;
    this.centers = centers;
    this.delivered = records.withColumn(FORMAT, format(centers)).where(col(FORMAT).isNotNull());
    this.all = delivered.where(not(isOfFile()));
    this.records = all.where(col(DEFECT).isNull());
  }

  /** Whether a record only tells how many rows of a file were left out. */
  static Column isOfFile() {
    return coalesce(cell(Observation.KIND).equalTo(Observation.LEFT_OUT), lit(false));
  }

  /** The same and those that are about a file, all with their format. */
  Dataset<Row> delivered() {
    return delivered;
  }

  /** Every record of the platforms' exports, those with a defect too. */
  Dataset<Row> all() {
    return all.drop(FORMAT);
  }

  /** A row a sample record: a record of several samples stands once for each. */
  Dataset<Row> bySample() {
    Column several = col(FORMAT).isin("vcf", "callable-bed");
    Column count = cell("SAMPLES").cast("int");
    Column numbered =
        transform(
            sequence(lit(1), coalesce(count, lit(1))),
            i -> member(col(CELLS).getItem(concat(lit("SAMPLE_"), i.cast("string"))), i));
    // Those of which no more is known than whose they are put a sample in doubt.
    return all.where(col(DEFECT).isNull().or(isUnreadable(col(CELLS))))
        .where(col(FORMAT).notEqual("gene-panel").and(concernsGene()))
        .withColumn(SAMPLES_OF_RECORD, coalesce(count, lit(1)))
        .withColumn("member", explode(when(several, numbered).otherwise(array(single()))))
        .withColumn(PLATFORM, platform())
        .withColumn(SAMPLE_ID, col("member." + SAMPLE_ID))
        .withColumn(SAMPLE_NUMBER, col("member." + SAMPLE_NUMBER))
        .where(col(SAMPLE_ID).isNotNull().or(not(isUnreadable(col(CELLS)))))
        .drop("member");
  }

  /** A row a sample with all its records, of which one at least can be read. */
  static Dataset<Row> gathered(Dataset<Row> bySample) {
    return bySample
        .where(col(SAMPLE_ID).isNotNull())
        .groupBy(CENTER, PLATFORM, SAMPLE_ID)
        .agg(
            collect_list(
                    struct(
                        FORMAT,
                        EXPORT,
                        DELIVERY,
                        SOURCE_FILE,
                        SOURCE_LINE,
                        SAMPLE_NUMBER,
                        SAMPLES_OF_RECORD,
                        CELLS))
                .as(OBSERVATIONS),
            max(DELIVERY).as(DELIVERY),
            max(cell("PATIENT_ID")).as(PLATFORM_PATIENT))
        .where(exists(col(OBSERVATIONS), record -> not(isUnreadable(record.getField(CELLS)))));
  }

  /** A row a centre: what its files say about panels. */
  Dataset<Row> panels() {
    Column hasGene = exists(split(cell("gene_list"), " "), gene -> spelled(gene).isin(spellings()));
    Column assigned = coalesce(cell(ImpactSample.MUTATIONS), cell("GENE_PANEL")).isNotNull();
    return records
        .where(col(FORMAT).isin(OF_PANELS))
        .groupBy(CENTER)
        .agg(
            struct(
                    max(assigned).as(PANELS_ASSIGNED),
                    collect_set(cell("stable_id")).as(PANELS_DESCRIBED),
                    collect_set(when(hasGene, cell("stable_id"))).as(PANELS_WITH_GENE))
                .as(PANELS));
  }

  /** Whether a record is about the gene, as far as it says of which one it is. */
  Column concernsGene() {
    Column maf = spelled(cell("Hugo_Symbol")).isin(spellings());
    int entrez = laboratories.policy().gene().known().map(CodingGene::entrez).orElse(0);
    if (entrez > 0) {
      maf = maf.or(cell("Entrez_Gene_Id").equalTo(String.valueOf(entrez)));
    }
    Column gene = byCenter("gene");
    Column allAboutIt = lit(false);
    for (String center : centers.keySet()) {
      boolean named = laboratories.sangerColumn(center, "gene") != null;
      allAboutIt = named ? allAboutIt : allAboutIt.or(col(CENTER).equalTo(center));
    }
    Column nameless = isUnreadable(col(CELLS)).and(cell("Hugo_Symbol").isNull());
    return when(col(FORMAT).equalTo("maf"), nameless.or(coalesce(maf, lit(false))))
        .when(col(FORMAT).equalTo("typer"), cell(TyperSample.CONTROL).isNull())
        .when(
            col(FORMAT).equalTo(Laboratories.SANGER),
            allAboutIt.or(gene.isNull()).or(spelled(gene).isin(spellings())))
        .otherwise(lit(true));
  }

  private static Column isUnreadable(Column cells) {
    return coalesce(cells.getItem(Observation.KIND).equalTo(Observation.UNREADABLE), lit(false));
  }

  private Column single() {
    Column sample =
        when(col(FORMAT).equalTo("maf"), cell("Tumor_Sample_Barcode"))
            .when(col(FORMAT).equalTo(Laboratories.SANGER), byCenter("sample"))
            .otherwise(cell("SAMPLE_ID"));
    return member(sample, lit(0));
  }

  private static Column member(Column sample, Column number) {
    return struct(sample.as(SAMPLE_ID), number.as(SAMPLE_NUMBER));
  }

  /** A cell of the centre's Sanger table by its role. */
  private Column byCenter(String role) {
    Column value = lit(null).cast("string");
    for (String center : centers.keySet()) {
      String column = laboratories.sangerColumn(center, role);
      if (column != null) {
        value = when(col(CENTER).equalTo(center), cell(column)).otherwise(value);
      }
    }
    return value;
  }

  private Object[] spellings() {
    return laboratories.policy().gene().keys().toArray();
  }

  private static Column spelled(Column name) {
    return regexp_replace(upper(name), "[^A-Z0-9]", "");
  }

  static Column cell(String name) {
    return col(CELLS).getItem(name);
  }

  private static Column platform() {
    List<Column> entries = new ArrayList<>();
    Laboratories.platforms()
        .forEach(
            (format, platform) -> {
              entries.add(lit(format));
              entries.add(lit(platform.label()));
            });
    return map(entries.toArray(Column[]::new)).getItem(col(FORMAT));
  }

  static Column format(Map<String, Center> centers) {
    Column format = lit(null).cast("string");
    for (Map.Entry<String, Center> center : centers.entrySet()) {
      for (Center.Export export : center.getValue().exports().values()) {
        String name = Laboratories.format(export);
        if (!name.isEmpty()) {
          format =
              when(
                      col(CENTER).equalTo(center.getKey()).and(col(EXPORT).equalTo(export.name())),
                      lit(name))
                  .otherwise(format);
        }
      }
    }
    return format;
  }
}
