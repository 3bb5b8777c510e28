package org.hepatica.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Defaults and full mapping of a centre. */
class CenterTest {

  private static final String FULL =
      """
      center {
        name = c
        title = Centre
        exports {
          z { files = "z.csv", format = csv, identifying = [MRN], delimiter = ";"
              encoding = ISO-8859-1, missing = ["-9"], required = [MRN, "Age (y)"] }
          a { files = "a/*.tsv", format = tsv, identifying = [] }
          m { files = "data_mutations*.txt", format = maf }
        }
        tables {
          recurrence = [
            {
              from { export = z, join = [{ export = a, on = "z.MRN = a.MRN" }] }
              where = "z.REC = '1'"
              columns {
                patient_id = z.MRN
                recurrence_date { value = z.D, format = [months, yyyy-MM-dd], missing = [99]
                                  origin { value = a.OP, format = dd/MM/yyyy } }
              }
              checkbox { column = site, codes { "1" = liver, "-2" = "other's" }, as = site }
            }
            { from = a, columns { patient_id = MRN, site { value = S, codes { L = liver } } } }
          ]
          lesion { from = a, each = [
            { columns { lesion_number = 1, size_cm { value = "`Size 1`", unit = mm } } }
            { where = "`Size 2` > 0", columns { lesion_number = 2 } } ] }
        }
        genomics {
          sequenom-assays {
            A { gene = KRAS, codon = 12, strand = minus, wild-type = C, alleles { A = "c.34G>T" } }
          }
          controls = [NTC], reference-build = GRCh38, confirmed-samples = ["#0123456789ab"]
          sanger { sample = S, gene = G, region = E, result = R, date = D, date-format = yyyy }
        }
      }
      """;

  @TempDir Path root;

  @Test
  void defaults() {
    assertThat(new ConfBench(root).load().center("c"))
        .isEqualTo(
            new Center(
                "c",
                "c",
                Map.of(
                    "p",
                    new Center.Export(
                        "p",
                        "p.csv",
                        "csv",
                        ',',
                        "UTF-8",
                        List.of("MRN"),
                        List.of(),
                        List.of(),
                        Center.Content.SNAPSHOT)),
                List.of(
                    new Center.TableMapping(
                        "patient",
                        "p",
                        List.of(),
                        "true",
                        Map.of("patient_id", ColumnReader.plain("MRN")),
                        List.of())),
                Optional.empty(),
                Center.Arrival.USUAL));
  }

  /** Of the genes that the program knows: of no others are rows of mutations kept. */
  private static final List<String> NAMES =
      List.of(
          "3845", "4893", "673", "B-RAF", "BRAF", "BRAF1", "K-RAS", "KRAS", "KRAS2", "Ki-ras",
          "N-RAS", "NRAS", "NRAS1");

  @Test
  void exportsInTheFilesOrder() {
    assertThat(full().exports().values())
        .containsExactly(
            new Center.Export(
                "z",
                "z.csv",
                "csv",
                ';',
                "ISO-8859-1",
                List.of("MRN"),
                List.of("-9"),
                List.of("MRN", "Age (y)"),
                Center.Content.SNAPSHOT),
            new Center.Export(
                "a",
                "a/*.tsv",
                "tsv",
                '\t',
                "UTF-8",
                List.of(),
                List.of(),
                List.of(),
                Center.Content.SNAPSHOT),
            new Center.Export(
                    "m",
                    "data_mutations*.txt",
                    "maf",
                    '\t',
                    "UTF-8",
                    List.of(),
                    List.of(),
                    List.of(),
                    Center.Content.SNAPSHOT)
                .keeping(new GenesKept(List.of(), NAMES)));
  }

  @Test
  void severalMappingsOfATable() {
    List<Center.TableMapping> tables = full().tables();
    assertThat(tables)
        .extracting(Center.TableMapping::table)
        .containsExactly("recurrence", "recurrence", "lesion");
    Center.TableMapping first = tables.get(0);
    assertThat(first.from()).isEqualTo("z");
    assertThat(first.joins()).containsExactly(new Center.Join("a", "z.MRN = a.MRN"));
    assertThat(first.where()).isEqualTo("z.REC = '1'");
    assertThat(first.columns().get("recurrence_date"))
        .isEqualTo(
            new Center.ColumnMapping(
                "z.D",
                Map.of(),
                List.of("months", "yyyy-MM-dd"),
                "",
                Optional.of(
                    new Center.ColumnMapping(
                        "a.OP", Map.of(), List.of("dd/MM/yyyy"), "", Optional.empty(), List.of())),
                List.of("99")));
    assertThat(tables.get(1).columns().get("site").codes())
        .containsExactly(Map.entry("L", "liver"));
  }

  @Test
  void checkboxesAreRows() {
    assertThat(full().tables().get(0).each())
        .containsExactly(
            new Center.RowGroup(
                "`z`.`site___1` = '1'", Map.of("site", ColumnReader.plain("'liver'"))),
            new Center.RowGroup(
                "`z`.`site____2` = '1'", Map.of("site", ColumnReader.plain("'other\\'s'"))));
  }

  @Test
  void groupsAreRows() {
    List<Center.RowGroup> each = full().tables().get(2).each();
    assertThat(each).extracting(Center.RowGroup::where).containsExactly("true", "`Size 2` > 0");
    assertThat(each.get(0).columns().get("lesion_number")).isEqualTo(ColumnReader.plain("1"));
    assertThat(each.get(0).columns().get("size_cm").unit()).isEqualTo("mm");
  }

  @Test
  void laboratory() {
    assertThat(full().genomics())
        .contains(
            new Center.Laboratory(
                Map.of(
                    "A",
                    new Center.SequenomAssay("KRAS", 12, "minus", "C", Map.of("A", "c.34G>T"))),
                List.of("NTC"),
                "GRCh38",
                Map.of("sample", "S", "gene", "G", "region", "E", "result", "R", "date", "D"),
                List.of("yyyy"),
                List.of("0123456789ab")));
  }

  @Test
  void sqlAndTablesWithTheirPlaces() {
    Configuration conf = new ConfBench(root).center(FULL).load();
    String file = root.resolve("conf/centers/c.conf").toString();
    assertThat(conf.centerExpressions("c"))
        .contains(
            new Expression(
                file, 13, "center.tables.recurrence[0].from.join[0].on", "z.MRN = a.MRN", "z,a"),
            new Expression(file, 14, "center.tables.recurrence[0].where", "z.REC = '1'", "z,a"),
            new Expression(
                file,
                18,
                "center.tables.recurrence[0].columns.recurrence_date.origin.value",
                "a.OP",
                "z,a"),
            new Expression(
                file, 26, "center.tables.lesion.each[1].columns.lesion_number", "2", "a"));
    assertThat(conf.centerTargets("c"))
        .contains(
            new Target(
                new Position(file, 11, "center.tables.recurrence"), "recurrence", Optional.empty()),
            new Target(
                new Position(file, 20, "center.tables.recurrence[0].checkbox.as"),
                "recurrence",
                Optional.of("site")),
            new Target(
                new Position(file, 22, "center.tables.recurrence[1].columns.patient_id"),
                "recurrence",
                Optional.of("patient_id")));
  }

  private Center full() {
    return new ConfBench(root).center(FULL).load().center("c");
  }
}
