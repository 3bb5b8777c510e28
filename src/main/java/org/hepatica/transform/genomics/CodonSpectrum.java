package org.hepatica.transform.genomics;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.hepatica.table.Results.PATIENTS;
import static org.hepatica.table.Results.VARIANT;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.genomics.Gene;
import org.hepatica.genomics.GeneState;
import org.hepatica.genomics.Variant;
import org.hepatica.genomics.VariantText;
import org.hepatica.protocol.Study;
import org.hepatica.survival.Interval;
import org.hepatica.survival.Proportion;
import org.hepatica.table.Genomic;
import org.hepatica.table.Gold;
import org.hepatica.table.Results;
import org.hepatica.table.Tables;

/** Which variants the mutated patients of the cohort have, beside what is expected of them. */
public final class CodonSpectrum {

  /** Stands for the patient whatever the variants; no variant is called so. */
  private static final String ANY = "";

  private static final String COUNTS = "counts";

  private CodonSpectrum() {}

  /**
   * Rows of {@link Results#CODON_SPECTRUM}, the commonest variant first; none where nobody is
   * mutated. Who has two variants is among the patients of both. A status that a centre delivers as
   * such has no variants, and its patients are not among the mutated ones here.
   */
  public static Dataset<Row> rows(Tables tables, Study.Gene study) {
    Gene gene = Gene.of(study.symbol(), study.aliases());
    Map<String, Double> expected =
        study.expected().map(Study.ExpectedVariants::shares).orElse(Map.of());
    FlatMapFunction<Row, Row> rows = row -> rows(row.getList(0), gene, new TreeMap<>(expected));
    Column none = array().cast("array<string>");
    Column variants = array_distinct(coalesce(col(Genomic.VARIANTS), none));
    return tables
        .read(Gold.SUBJECT)
        .where(col(Gold.IN_COHORT).and(col(Genomic.GENE_STATE).equalTo(GeneState.MUTATED.label())))
        .select(explode(concat(array(lit(ANY)), variants)).as(VARIANT))
        .groupBy(VARIANT)
        .agg(count(lit(1)).as(PATIENTS))
        .groupBy()
        .agg(collect_list(struct(VARIANT, PATIENTS)).as(COUNTS))
        .flatMap(rows, Encoders.row(Results.CODON_SPECTRUM.schema()));
  }

  private static Iterator<Row> rows(List<Row> counted, Gene gene, Map<String, Double> expected) {
    Map<String, Long> patients = new TreeMap<>();
    counted.forEach(row -> patients.put(row.getString(0), row.getLong(1)));
    Long mutated = patients.remove(ANY);
    if (mutated == null) {
      return List.<Row>of().iterator();
    }
    expected.keySet().forEach(variant -> patients.putIfAbsent(variant, 0L));
    return patients.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .map(e -> row(e.getKey(), e.getValue(), mutated, gene, expected.get(e.getKey())))
        .iterator();
  }

  private static Row row(String variant, long patients, long mutated, Gene gene, Double expected) {
    Interval interval = Proportion.withDefaults().interval(patients, mutated);
    return RowFactory.create(
        variant,
        codon(gene, variant),
        patients,
        mutated,
        (double) patients / mutated,
        interval.low(),
        interval.high(),
        expected);
  }

  private static Integer codon(Gene gene, String variant) {
    return VariantText.read(gene, variant).variants().stream()
        .map(Variant::codon)
        .filter(codon -> codon > 0)
        .findFirst()
        .orElse(null);
  }
}
