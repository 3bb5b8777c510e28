package org.hepatica.transform.genomics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.year;
import static org.hepatica.table.Genomic.PLATFORM;
import static org.hepatica.table.Results.MUTATED;
import static org.hepatica.table.Results.TESTED;
import static org.hepatica.table.Results.YEAR;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.survival.ContingencyChoice;
import org.hepatica.survival.ContingencyTest;
import org.hepatica.survival.Interval;
import org.hepatica.survival.Proportion;
import org.hepatica.table.Genomic;
import org.hepatica.table.Results;
import org.hepatica.table.Tables;

/**
 * The mutated share of a platform's patients by calendar year: a laboratory that went wrong differs
 * from its other years.
 */
public final class GeneDrift {

  private static final String YEARS = "years";

  /** Counts of a year. */
  private record Year(int year, long tested, long mutated) {}

  private GeneDrift() {}

  /**
   * Rows of {@link Results#GENE_DRIFT}, by platform and year. A patient counts once a platform and
   * year, as {@link PlatformConcordance} takes a platform's samples together; results without a
   * date are left out.
   */
  public static Dataset<Row> rows(Tables tables) {
    Dataset<Row> dated = tables.read(Genomic.ASSAY).where(col(Genomic.RESULT_DATE).isNotNull());
    FlatMapFunction<Row, Row> tested = GeneDrift::tested;
    return PlatformResults.definite(
            dated, tables.read(Genomic.ASSAY_CALL), year(col(Genomic.RESULT_DATE)).as(YEAR))
        .groupBy(PLATFORM, YEAR)
        .agg(count(lit(1)).as(TESTED), count_if(PlatformResults.mutated()).as(MUTATED))
        .groupBy(PLATFORM)
        .agg(collect_list(struct(YEAR, TESTED, MUTATED)).as(YEARS))
        .flatMap(tested, Encoders.row(Results.GENE_DRIFT.schema()))
        .orderBy(PLATFORM, YEAR);
  }

  /** The years of a platform, each with its test against the others. */
  private static Iterator<Row> tested(Row platform) {
    List<Year> years =
        platform.<Row>getList(1).stream()
            .map(row -> new Year(row.getInt(0), row.getLong(1), row.getLong(2)))
            .toList();
    long tested = years.stream().mapToLong(Year::tested).sum();
    long mutated = years.stream().mapToLong(Year::mutated).sum();
    List<Row> rows = new ArrayList<>();
    for (Year year : years) {
      Interval interval = Proportion.withDefaults().interval(year.mutated, year.tested);
      Year others = new Year(0, tested - year.tested, mutated - year.mutated);
      rows.add(
          RowFactory.create(
              platform.getString(0),
              year.year,
              year.tested,
              year.mutated,
              (double) year.mutated / year.tested,
              interval.low(),
              interval.high(),
              others.tested == 0 ? null : pValue(year, others)));
    }
    return rows.iterator();
  }

  private static Double pValue(Year year, Year others) {
    long[][] table = {
      {year.mutated, year.tested - year.mutated}, {others.mutated, others.tested - others.mutated}
    };
    return ContingencyTest.withDefaults().with(ContingencyChoice.FISHER).test(table).pValue();
  }
}
