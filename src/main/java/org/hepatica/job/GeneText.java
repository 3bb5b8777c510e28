package org.hepatica.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.genomics.Contribution;
import org.hepatica.ml.show.Format;
import org.hepatica.portal.GenePanel;
import org.hepatica.source.IdentifierKey;
import org.hepatica.table.Genomic;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.transform.genomics.PlatformStrictness;
import scala.jdk.javaapi.CollectionConverters;

/** Statuses of a gene and what they rest on, for people or as rows. */
final class GeneText {

  private static final String PATIENTS = "patients";
  private static final String ASSAYS = "assays_of_patient";
  private static final String[] PATIENT = {Registry.CENTER, Registry.PATIENT_ID, Genomic.GENE};
  private static final List<String> SAMPLE =
      List.of(Registry.CENTER, Genomic.PLATFORM, Genomic.SAMPLE_ID);
  private static final String ORIGINS = "origins";
  private static final List<String> PARTS =
      java.util.stream.Stream.of(Contribution.Part.values()).map(Contribution.Part::label).toList();

  private final Dataset<Row> statuses;
  private final Dataset<Row> evidence;
  private final Dataset<Row> calls;
  private final Format format;

  /**
   * A text.
   *
   * @param statuses of the patients who are asked about
   * @param evidence of these and others
   * @param calls of assays: they lead to a file and a line
   */
  GeneText(Dataset<Row> statuses, Dataset<Row> evidence, Dataset<Row> calls, Format format) {
    this.statuses = statuses;
    this.evidence = evidence;
    this.calls = calls;
    this.format = format;
  }

  /** How many have each status, by deciding platform. */
  void counts(Writer out) throws IOException {
    List<Row> rows =
        statuses
            .groupBy(Genomic.GENE, Genomic.GENE_STATE, Genomic.DECIDING_PLATFORM, Genomic.CONFLICT)
            .agg(count(lit(1)).as(PATIENTS))
            .orderBy(
                col(Genomic.GENE),
                col(Genomic.GENE_STATE),
                col(Genomic.DECIDING_PLATFORM).asc_nulls_last(),
                col(Genomic.CONFLICT))
            .collectAsList();
    for (Row row : rows) {
      String platform = row.getAs(Genomic.DECIDING_PLATFORM);
      out.write(
          "%8d  %s %s%s%s\n"
              .formatted(
                  row.<Long>getAs(PATIENTS),
                  row.<String>getAs(Genomic.GENE),
                  row.<String>getAs(Genomic.GENE_STATE),
                  platform == null ? "" : ", by " + platform,
                  row.<Boolean>getAs(Genomic.CONFLICT) ? ", platforms disagree" : ""));
    }
    if (rows.isEmpty()) {
      out.write("no patient, or none that these options name\n");
      return;
    }
    long all = rows.stream().mapToLong(row -> row.<Long>getAs(PATIENTS)).sum();
    out.write("%8d  patients of the registry, in the cohort or not\n".formatted(all));
  }

  /** How many results have a delivery's date for their own. */
  void undated(Writer out) throws IOException {
    long undated = evidence.where(col(Genomic.RESULT_DATE_SOURCE).equalTo("delivery")).count();
    out.write(
        "%8d  of the results by then have their delivery's date, for want of one of their own; who has results of later days alone is not tested here\n"
            .formatted(undated));
  }

  /** What became of files' records, a line a fate and reason. */
  static void files(Dataset<Row> strictness, Format format, Writer out) throws IOException {
    Dataset<Row> ordered =
        strictness.orderBy(
            Registry.CENTER,
            Operational.EXPORT,
            Registry.DELIVERY,
            Registry.SOURCE_FILE,
            PlatformStrictness.FATE,
            Genomic.REASON);
    switch (format) {
      case CSV -> RowText.csv(ordered, -1, out);
      case JSON -> RowText.json(ordered, -1, out);
      case TEXT -> {
        String file = null;
        for (Row row : (Iterable<Row>) ordered::toLocalIterator) {
          String named =
              "%s %s %s (%s)"
                  .formatted(
                      row.<String>getAs(Registry.CENTER),
                      row.<String>getAs(Registry.DELIVERY),
                      row.<String>getAs(Registry.SOURCE_FILE),
                      row.<String>getAs("format"));
          out.write(named.equals(file) ? "" : named + "\n");
          file = named;
          String reason = row.getAs(Genomic.REASON);
          out.write(
              "%10d  %s%s\n"
                  .formatted(
                      row.<Long>getAs(PlatformStrictness.RECORDS),
                      row.<String>getAs(PlatformStrictness.FATE),
                      reason == null ? "" : ": " + reason));
        }
      }
    }
  }

  /** A patient a line. */
  void list(Writer out) throws IOException {
    Dataset<Row> ordered = statuses.orderBy(Registry.CENTER, Registry.PATIENT_ID);
    switch (format) {
      case CSV -> RowText.csv(ordered, -1, out);
      case JSON -> RowText.json(ordered, -1, out);
      case TEXT -> {
        for (Iterator<Row> all = ordered.toLocalIterator(); all.hasNext(); ) {
          out.write(status(all.next()) + "\n");
        }
      }
    }
  }

  /** What each assay of the patients contributed. */
  void evidence(Writer out) throws IOException {
    Dataset<Row> asked =
        evidence.join(
            statuses.select(col(PATIENT[0]), col(PATIENT[1]), col(PATIENT[2])),
            PATIENT,
            "left_semi");
    switch (format) {
      case CSV -> RowText.csv(ordered(asked), -1, out);
      case JSON -> RowText.json(ordered(asked), -1, out);
      case TEXT -> text(asked, out);
    }
  }

  private static Dataset<Row> ordered(Dataset<Row> evidence) {
    return evidence.orderBy(
        Registry.CENTER, Registry.PATIENT_ID, Genomic.PLATFORM, Genomic.SAMPLE_ID);
  }

  private void text(Dataset<Row> asked, Writer out) throws IOException {
    Dataset<Row> assays =
        asked
            .join(origins(), CollectionConverters.asScala(SAMPLE).toSeq(), "left")
            .groupBy(Registry.CENTER, Registry.PATIENT_ID, Genomic.GENE)
            .agg(sort_array(collect_list(struct("*"))).as(ASSAYS));
    Iterator<Row> all =
        statuses
            .join(assays, PATIENT, "left")
            .orderBy(Registry.CENTER, Registry.PATIENT_ID)
            .toLocalIterator();
    while (all.hasNext()) {
      Row row = all.next();
      out.write(status(row) + "\n");
      int place = row.fieldIndex(ASSAYS);
      List<Row> of = row.isNullAt(place) ? List.of() : row.getList(place);
      for (Row assay : of.stream().sorted(Comparator.comparing(GeneText::part)).toList()) {
        out.write("  " + assay(assay) + "\n");
      }
    }
  }

  /** Where a sample's calls were delivered. */
  private Dataset<Row> origins() {
    Column line =
        concat_ws(
            " ", col(Registry.DELIVERY), col(Registry.SOURCE_FILE), col(Registry.SOURCE_LINE));
    return calls
        .groupBy(SAMPLE.stream().map(name -> col(name)).toArray(Column[]::new))
        .agg(sort_array(collect_set(line)).as(ORIGINS));
  }

  private static int part(Row assay) {
    return PARTS.indexOf(assay.<String>getAs(Genomic.PART));
  }

  private static String status(Row row) {
    String view = row.getAs(Genomic.GENE_STATUS_NAME);
    Object date = row.getAs(Genomic.RESULT_DATE);
    String reason = row.getAs(Genomic.REASON);
    String platform = row.getAs(Genomic.DECIDING_PLATFORM);
    boolean isNamed = platform == null || reason.contains(platform);
    String codons = codons(row);
    return "%s %s  %s %s (%s%s)%s: %s; codons %s%s"
        .formatted(
            row.getAs(Registry.CENTER),
            IdentifierKey.shown(row.getAs(Registry.PATIENT_ID)),
            row.getAs(Genomic.GENE),
            row.getAs(Genomic.GENE_STATE),
            view == null ? "unknown" : view,
            isNamed ? "" : ", by " + platform,
            listed(row, Genomic.VARIANTS).isEmpty() ? "" : " " + listed(row, Genomic.VARIANTS),
            reason,
            codons.isEmpty() ? "none" : codons,
            date == null ? "" : "; result of " + date);
  }

  private static String assay(Row row) {
    Double fraction = row.getAs(Genomic.VARIANT_FRACTION);
    Double tumor = row.getAs(Registry.TUMOR_SHARE);
    String panel = row.getAs(Genomic.PANEL);
    String codons = codons(row);
    String origins = listed(row, ORIGINS);
    return "%-13s  %-8s %s  %s (%s)  %s%s%s%s%s%s"
        .formatted(
            row.getAs(Genomic.PART),
            row.getAs(Genomic.PLATFORM),
            IdentifierKey.shown(row.getAs(Genomic.SAMPLE_ID)),
            row.getAs(Genomic.RESULT_DATE),
            row.getAs(Genomic.RESULT_DATE_SOURCE),
            row.getAs(Genomic.REASON),
            codons.isEmpty() ? "" : "; codons " + codons,
            panel == null ? "" : "; panel " + panel,
            fraction == null ? "" : "; variant fraction " + percent(fraction),
            tumor == null ? "" : "; tumour cells " + percent(tumor),
            origins.isEmpty() ? "" : "; at " + origins);
  }

  private static String codons(Row row) {
    int place = row.fieldIndex(Genomic.CODONS);
    return row.isNullAt(place) ? "" : String.join(", ", GenePanel.runs(row.getList(place)));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  private static String listed(Row row, String column) {
    int place = row.fieldIndex(column);
    return row.isNullAt(place)
        ? ""
        : row.getList(place).stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
