package org.hepatica.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a centre is said with file, line, key and remedy. */
class BrokenCenterTest {

  @TempDir Path root;

  /** The export p and the mapping of patient in other words, and what a problem must say. */
  static Stream<Arguments> exports() {
    return Stream.of(
        arguments(
            "{ files = \"p.csv\", format = cvs, identifying = [] }",
            "p.format: 'cvs' is not among the values; did you mean 'csv'?"),
        arguments("{ files = \"p.csv\", identifying = [] }", "p.format: missing; add format"),
        arguments(
            "{ files = \"p.csv\", format = csv }",
            "p.identifying: missing; name the columns that identify people"),
        arguments(
            "{ files = \"../p.csv\", format = csv, identifying = [] }",
            "p.files: '../p.csv' leaves the delivery; write it inside"),
        arguments(
            "{ files = \"p[.csv\", format = csv, identifying = [] }",
            "p.files: 'p[.csv' is no glob"),
        arguments(
            "{ files = \"p.csv\", format = csv, identifying = [], delimiter = \"||\" }",
            "p.delimiter: '||' is not one character; write"),
        arguments(
            "{ files = \"p.csv\", format = tsv, identifying = [], delimiter = \";\" }",
            "p.delimiter: has no effect; only format = csv"),
        arguments(
            "{ files = \"p.csv\", format = csv, identifying = [], encoding = latin-ein }",
            "p.encoding: 'latin-ein' is no known encoding; write such as UTF-8"),
        arguments(
            "{ files = \"p.csv\", format = csv, identifying = [MRN, MRN] }",
            "p.identifying: 'MRN' stands twice; name it once"),
        arguments(
            "{ files = \"p.csv\", format = csv, identifying = MRN }",
            "p.identifying: string 'MRN' where a list belongs; write [...]"),
        arguments(
            "{ file = \"p.csv\", format = csv, identifying = [] }",
            "p.file: unknown key; did you mean 'files'? known keys here: format, files"));
  }

  @ParameterizedTest
  @MethodSource("exports")
  void export(String export, String expected) {
    String text =
        ConfBench.CENTER.replace(
            "{ files = \"p.csv\", format = csv, identifying = [MRN] }", export);
    assertThat(new ConfBench(root).center(text).problems())
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .startsWith("conf/centers/c.conf:3: center.exports.")
                    .contains(expected));
  }

  static Stream<Arguments> mappings() {
    return Stream.of(
        arguments(
            "{ from = q, columns { a = b } }",
            ".from: 'q' is not among the exports; did you mean 'p'?"),
        arguments("{ columns { a = b } }", ".from: missing; add from"),
        arguments("{ from = p }", ".columns: missing; say how each column"),
        arguments(
            "{ from { export = p, join = [{ export = p, on = \"true\" }] }, columns { a = b } }",
            ".from.join[0].export: 'p' is joined already; join each export once"),
        arguments(
            "{ from = p, columns { a = b }, wher = \"true\" }",
            ".wher: unknown key; did you mean 'where'?"),
        arguments(
            "{ from = p, columns { a { codes { M = male } } } }",
            ".columns.a.value: missing; add value"),
        arguments(
            "{ from = p, columns { a { value = A, format = \"yyyy-mm-dd\" } } }",
            ".columns.a.format: 'yyyy-mm-dd' has minutes for months; write MM"),
        arguments(
            "{ from = p, columns { a { value = A, format = [\"dd/MM/yy\"] } } }",
            ".columns.a.format: 'dd/MM/yy' does not have the century; write yyyy"),
        arguments(
            "{ from = p, columns { a { value = A, format = day } } }",
            ".columns.a.format: 'day' is no format of dates; write such as"),
        arguments(
            "{ from = p, columns { a { value = A, unit = inch } } }",
            ".columns.a.unit: 'inch' is not among the units; did you mean 'in'? known units: mm, cm"),
        arguments(
            "{ from = p, columns { a { value = A, format = [days], codes { x = y } } } }",
            ".columns.a.format: a date has no codes or unit; leave out"),
        arguments(
            "{ from = p, columns { a { value = A, format = [yyyy], origin = B } } }",
            ".columns.a.origin: has no effect; write format = days"),
        arguments(
            "{ from = p, columns { a = A }, each = [{ columns { a = B } }] }",
            ".columns: 'a' is in columns and in a group of rows; keep it in one"),
        arguments(
            "{ from = p, columns { a = A }, checkbox { column = site, codes {}, as = site } }",
            ".checkbox.codes: no code; write such as"),
        arguments(
            "[{ from = p, columns { a = b } }, { from = q, columns { a = b } }]",
            "patient[1].from: 'q' is not among the exports"));
  }

  @ParameterizedTest
  @MethodSource("mappings")
  void mapping(String mapping, String expected) {
    String text =
        ConfBench.CENTER.replace("{ from = p, columns { patient_id = MRN } }", "= " + mapping);
    assertThat(new ConfBench(root).center(text).problems())
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .startsWith("conf/centers/c.conf:4: center.tables.patient")
                    .contains(expected));
  }

  static Stream<Arguments> others() {
    return Stream.of(
        arguments("serves = \"c(\"", ".serves: 'c(' is no regular expression"),
        arguments(
            "genomics { reference-build = hg19 }",
            ".genomics.reference-build: 'hg19' is not among the values; known values: GRCh37"),
        arguments(
            "genomics { sanger { sample = S, result = R, date = D } }",
            ".genomics.sanger.date-format: date and date-format belong together; add"),
        arguments(
            "exports.e { files = e.csv, format = csv, identifying = [A], optional = [A] }",
            ".exports.e.optional: 'A' stands in identifying, too; take it out of one of them"),
        arguments(
            "identifiers = [{ replace = \"(\", by = \"\" }]",
            ".identifiers[0].replace: '(' is no regular expression"),
        arguments(
            "identifiers = [{ replace = \"-\", by = \"$1\" }]",
            ".identifiers[0].by: '$1' does not fit the expression"),
        arguments(
            "identifiers = [{ letters = lower }]",
            ".identifiers[0].letters: 'lower' is not among the values; known values: upper"),
        arguments(
            "identifiers = [{ letters = upper, replace = x }]",
            ".identifiers[0].letters: a rule is one of letters and replace; write"),
        arguments(
            "identifiers = [{ by = x }]", ".identifiers[0].replace: missing; write { letters"),
        arguments(
            "genomics { confirmed-samples = [S17-4711] }",
            ".genomics.confirmed-samples: an entry is no sample as the quarantine prints it;"
                + " write # and 12 hexadecimal digits"),
        arguments(
            "genomics { sanger { result = R } }", ".genomics.sanger.sample: missing; add sample"),
        arguments(
            assay("codon = 13, wild-type = G", "T = \"c.34G>T\""),
            ".alleles: 'c.34G>T' lies in codon 12, the assay in 13; correct"),
        arguments(
            assay("codon = 12, wild-type = C", "T = \"c.34G>T\""),
            ".alleles: 'c.34G>T' does not agree with base C on strand plus; correct"),
        arguments(
            assay("codon = 12, strand = minus, wild-type = C", "T = \"c.34G>T\""),
            ".alleles: 'c.34G>T' does not agree with base T on strand minus; correct"),
        arguments(
            assay("codon = 12, strand = forward, wild-type = G", "T = \"c.34G>T\""),
            ".strand: 'forward' is not among the values; known values: plus, minus"),
        arguments(
            assay("codon = 12, wild-type = G", "T = G12C"),
            ".alleles: 'G12C' is no coding change; write such as"));
  }

  private static String assay(String keys, String alleles) {
    return "genomics { sequenom-assays { A { gene = KRAS, "
        + keys
        + ", alleles { "
        + alleles
        + " } } } }";
  }

  @ParameterizedTest
  @MethodSource("others")
  void other(String lines, String expected) {
    assertThat(new ConfBench(root).centerWith(lines).problems())
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .startsWith("conf/centers/c.conf:5: center.")
                    .contains(expected));
  }

  @Test
  void typerWithoutAssays() {
    String text =
        ConfBench.CENTER.replace(
            "exports {", "exports { sequenom { files = \"s.csv\", format = typer }, ");
    assertThat(new ConfBench(root).center(text).problems())
        .containsExactly(
            "conf/centers/c.conf:1: center.genomics: missing: an export has format typer;"
                + " add genomics.sequenom-assays, which say what each assay interrogates");
  }

  @Test
  void nobodyServesTheCentre() {
    assertThat(new ConfBench(root).hepatica("hepatica { study = s\n centers = [d] }\n").problems())
        .containsExactly(
            "conf/hepatica.conf:2: hepatica.centers: no file conf/centers/d.conf;"
                + " did you mean 'c'? known centers: c");
  }

  @Test
  void twoServeTheCentre() {
    String other = ConfBench.CENTER.replace("name = c", "name = e");
    assertThat(
            new ConfBench(root)
                .hepatica("hepatica { study = s\n centers = [d] }\n")
                .centerWith("serves = \"d.*\"")
                .write("conf/centers/e.conf", other.replace("exports", "serves = d, exports"))
                .problems())
        .containsExactly(
            "conf/hepatica.conf:2: hepatica.centers: 'd' is served by c and e;"
                + " narrow their key serves, or add conf/centers/d.conf");
  }
}
