package org.hepatica.report;

import static org.hepatica.report.MadeUpStudy.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.table.Results;
import org.hepatica.table.TableDefinition;
import scala.jdk.javaapi.CollectionConverters;

/** Table 1, recurrence sites, platforms, printed numbers. */
final class MadeUpCounts {

  private final Study study;

  MadeUpCounts(Study study) {
    this.study = study;
  }

  void addTo(Map<TableDefinition, List<Row>> tables) {
    study.table1().ifPresent(table -> tables.put(Results.TABLE1, table1(table)));
    study.recurrenceSites().ifPresent(s -> tables.put(Results.RECURRENCE_SITE, sites(s)));
    if (study.gene().isPresent()) {
      tables.put(Results.GENE_STATE_COUNT, states());
      tables.put(
          Results.CONCORDANCE,
          List.of(
              row(
                  Results.CONCORDANCE,
                  "impact",
                  "sequenom",
                  61L,
                  1L,
                  3L,
                  40L,
                  0.95,
                  0.97,
                  0.92,
                  0.84,
                  0.99,
                  2L),
              row(
                  Results.CONCORDANCE,
                  "sanger",
                  "wgs",
                  1L,
                  0L,
                  0L,
                  0L,
                  null,
                  1.0,
                  null,
                  null,
                  null,
                  null)));
      tables.put(Results.DISCORDANT_PATIENT, discordant());
      tables.put(Results.GENE_DRIFT, drift());
      tables.put(Results.CODON_SPECTRUM, spectrum());
    }
    if (study.published().isPresent()) {
      tables.put(Results.PUBLISHED, published());
      tables.put(Results.INCONSISTENCY, inconsistencies());
    }
  }

  private List<Row> table1(Study.Table1 table) {
    List<Row> rows = new ArrayList<>();
    List<String> groups = new ArrayList<>(study.groupings().get(table.by()).levels().keySet());
    groups.add("all");
    int step = 1;
    for (Study.Row line : table.rows()) {
      for (String level : levels(line)) {
        for (int g = 0; g < groups.size(); g++) {
          rows.add(cell(step, line, level, groups.get(g), new long[] {308, 366, 674}[g % 3]));
        }
      }
      step++;
    }
    return rows;
  }

  private static List<String> levels(Study.Row line) {
    return switch (line.show()) {
      case "count" -> List.copyOf(line.levels().keySet());
      case "yes" -> List.of("yes");
      default -> List.of("");
    };
  }

  private static Row cell(int step, Study.Row line, String level, String group, long n) {
    long missing = step % 5 == 0 ? n / 20 : 0;
    boolean count = !line.show().startsWith("median");
    return row(
        Results.TABLE1,
        step,
        line.id(),
        line.label(),
        level,
        count ? "count" : line.show(),
        group,
        n - missing,
        missing,
        count ? n / 3 : null,
        count ? 100.0 * (n / 3) / (n - missing) : null,
        count ? null : 58.5,
        count ? null : 1.0,
        count ? null : 71.0,
        count ? "chi-squared" : "Wilcoxon",
        step % 3 == 0 ? 0.0004 : 0.049);
  }

  private static List<Row> sites(Study.RecurrenceSites sites) {
    List<Row> rows = new ArrayList<>();
    for (String site :
        List.of(
            "any", "liver", "liver alone", "liver with others", "lung", "other", "extrahepatic")) {
      rows.add(row(Results.RECURRENCE_SITE, site, "", "all", 214L, 674L, 31.8, null, null));
      for (String by : sites.by()) {
        for (String level : by.equals("kras") ? List.of("WT", "MUT") : List.of("false", "true")) {
          rows.add(
              row(
                  Results.RECURRENCE_SITE,
                  site,
                  by,
                  level,
                  107L,
                  337L,
                  31.75,
                  "chi-squared",
                  0.038));
        }
      }
    }
    return rows;
  }

  private static List<Row> states() {
    TableDefinition table = Results.GENE_STATE_COUNT;
    return List.of(
        row(table, "mutated", "impact", 131L),
        row(table, "mutated", "sequenom", 125L),
        row(table, "wild-type, all codons", "impact", 220L),
        row(table, "wild-type, assayed codons", "sanger", 198L),
        row(table, "indeterminate", "sequenom", 31L),
        row(table, "not tested", null, 1985L));
  }

  private static List<Row> discordant() {
    TableDefinition table = Results.DISCORDANT_PATIENT;
    String center = "north";
    String patient = "0123456789abcdef".repeat(4);
    return List.of(
        row(
            table,
            center,
            patient,
            "impact",
            "sequenom",
            "only first mutated",
            list(12, 13),
            list("G12D"),
            list()),
        row(
            table,
            center,
            patient,
            "impact",
            "sanger",
            "other codons",
            list(12, 13),
            list("G12D", "G13D"),
            list("G13D")));
  }

  private static scala.collection.Seq<Object> list(Object... elements) {
    return CollectionConverters.asScala(List.of(elements)).toSeq();
  }

  private static List<Row> drift() {
    TableDefinition table = Results.GENE_DRIFT;
    List<Row> rows = new ArrayList<>();
    for (int year = 1998; year < 2013; year++) {
      double share = year == 2005 ? 0.12 : 0.38 + 0.03 * (year % 3);
      double p = year == 2005 ? 0.0004 : 0.4;
      rows.add(row(table, "sanger", year, 50L, 19L, share, share - 0.09, share + 0.12, p));
      if (year > 2008) {
        rows.add(row(table, "impact", year, 90L, 40L, 0.44, 0.35, 0.55, 0.7));
      }
      if (year > 2004) {
        rows.add(row(table, "sequenom", year, 70L, 28L, 0.40, 0.29, 0.52, 0.9));
      }
    }
    rows.add(row(table, "wgs", 2012, 3L, 3L, 1.0, 0.44, 1.0, null));
    return rows;
  }

  private static List<Row> spectrum() {
    TableDefinition table = Results.CODON_SPECTRUM;
    return List.of(
        row(table, "G12D", 12, 100L, 286L, 0.35, 0.297, 0.407, 0.31),
        row(table, "G12V", 12, 63L, 286L, 0.22, 0.176, 0.272, 0.2),
        row(table, "G13D", 13, 52L, 286L, 0.182, 0.141, 0.231, null),
        row(table, "c.34_36delinsTTC", null, 1L, 286L, 0.0035, 0.0006, 0.0196, null),
        row(table, "A146T", 146, 0L, 286L, 0.0, 0.0, 0.0133, 0.05));
  }

  private static List<Row> published() {
    TableDefinition table = Results.PUBLISHED;
    return List.of(
        row(
            table,
            "estimates",
            "flow known_kras_status",
            "all",
            674.0,
            null,
            null,
            0.0,
            674.0,
            null,
            null,
            "agrees",
            null),
        row(
            table,
            "estimates",
            "os survival_5y",
            "kras_wt+hai",
            0.76,
            null,
            null,
            0.02,
            0.7712,
            0.7213,
            0.8244,
            "agrees",
            "abstract prints 0.78"),
        row(
            table,
            "estimates",
            "rfs survival_3y",
            "kras_mut",
            0.28,
            null,
            null,
            null,
            0.311,
            0.26,
            0.37,
            "shown only",
            "discussion; shown, not a target"),
        row(
            table,
            "table2_rfs",
            "hai hr_multi",
            null,
            0.68,
            0.52,
            0.89,
            null,
            0.91,
            0.71,
            1.15,
            "differs",
            null),
        row(
            table,
            "table2_rfs",
            "age hr_uni",
            null,
            0.99,
            0.99,
            1.9,
            null,
            null,
            null,
            null,
            "not computed",
            null));
  }

  private static List<Row> inconsistencies() {
    TableDefinition table = Results.INCONSISTENCY;
    return List.of(
        row(
            table,
            "table2_rfs",
            "extrahepatic_disease hr_multi",
            "estimate against interval",
            "1.74 (0.27-2.37)",
            "0.80 is the interval's middle on the log scale"),
        row(table, "estimates", "hai_adjuvant_only", "sums", "308 + 59 = 366", "367"));
  }
}
