package org.hepatica.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.protocol.Study;
import org.hepatica.table.Gold;
import org.hepatica.table.Results;
import org.hepatica.table.TableDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ReportTest {

  private static final ReportInput GHOLAMI = MadeUpStudy.input("gholami-2019");
  private static final ReportInput PROGNOSIS = MadeUpStudy.input("crlm-prognosis");

  @TempDir Path out;

  @Test
  void hasASectionForEverythingThatTheStudyHas() throws IOException {
    assertThat(sectionIds(page(GHOLAMI)))
        .containsExactly(
            "flow",
            "table1",
            "survival",
            "models",
            "selection",
            "hazards",
            "recurrence",
            "gene",
            "published",
            "inconsistencies",
            "quality",
            "methods");
  }

  @Test
  void leavesOutWhatTheStudyDoesNotHave() throws IOException {
    String page = page(PROGNOSIS);
    assertThat(sectionIds(page))
        .containsExactly("flow", "table1", "survival", "models", "selection", "quality", "methods");
    assertThat(page).doesNotContain("KRAS").doesNotContain("HAI").doesNotContain("synthetic");
  }

  @Test
  void isAThinPageWhenThereAreOnlyCurves() throws IOException {
    Map<TableDefinition, List<Row>> curves =
        Map.of(Results.KM, PROGNOSIS.results().get(Results.KM));
    String page = page(with(PROGNOSIS, curves));
    assertThat(sectionIds(page)).containsExactly("survival", "methods");
    assertThat(Xml.elements(Xml.parse(page), "svg")).hasSize(4);
  }

  @Test
  void saysThatTheDataAreSyntheticOnlyWhenTheyAre() throws IOException {
    assertThat(page(GHOLAMI)).contains("These data are synthetic.");
    assertThat(page(PROGNOSIS)).doesNotContain("class=\"notice\"");
  }

  @Test
  void escapesWhateverLabelsSay() throws IOException {
    String evil = "<script>alert('x')</script> & \"more\"";
    Map<TableDefinition, List<Row>> results = new LinkedHashMap<>(PROGNOSIS.results());
    results.put(
        Gold.COHORT_FLOW, List.of(RowFactory.create(1, "registered", evil, 197L, 190L, 7L)));
    results.put(Results.INCONSISTENCY, List.of(RowFactory.create("s", evil, evil, evil, evil)));
    String page = page(with(PROGNOSIS, results));
    assertThat(page).doesNotContain("<script").contains("&lt;script&gt;");
    Xml.parse(page);
    Xml.parse(Files.readString(out.resolve("figures/flow.svg")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gholami-2019", "crlm-prognosis"})
  void isOneFileThatAsksNobodyForAnything(String study) throws IOException {
    String page = page(MadeUpStudy.input(study));
    assertThat(page.replace("http://www.w3.org/", "").replace("url(#", ""))
        .doesNotContain("://", "@import", " src=", "url(");
    Document document = Xml.parse(page);
    assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    assertThat(Xml.elements(document, "script")).isEmpty();
    assertThat(Xml.elements(document, "table"))
        .allSatisfy(table -> assertThat(table.getElementsByTagName("caption").getLength()).isOne());
    assertThat(Xml.elements(document, "svg"))
        .allSatisfy(svg -> assertThat(svg.getElementsByTagName("title").getLength()).isOne());
    List<String> ids =
        Xml.elements(document, "*").stream()
            .map(element -> element.getAttribute("id"))
            .filter(id -> !id.isEmpty())
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void doesNotDependOnTheOrderOfStoredRows() throws IOException {
    Map<TableDefinition, List<Row>> shuffled = new LinkedHashMap<>(GHOLAMI.results());
    for (TableDefinition table :
        List.of(
            Gold.COHORT_FLOW,
            Results.KM,
            Results.DISCORDANT_PATIENT,
            Results.GENE_DRIFT,
            Results.CODON_SPECTRUM)) {
      List<Row> rows = new java.util.ArrayList<>(shuffled.get(table));
      java.util.Collections.shuffle(rows, new java.util.Random(3));
      shuffled.put(table, rows);
    }
    assertThat(page(with(GHOLAMI, shuffled))).isEqualTo(page(with(GHOLAMI, GHOLAMI.results())));
  }

  @Test
  void writesTheSameBytesAgain() throws IOException {
    List<Path> first = Report.write(GHOLAMI, out.resolve("first"));
    List<Path> second = Report.write(GHOLAMI, out.resolve("second"));
    assertThat(first.get(0)).hasFileName("report.html");
    assertThat(first).hasSize(1 + 2 * 14).hasSameSizeAs(second);
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i)).hasSameBinaryContentAs(first.get(i));
    }
  }

  @Test
  void printsModelsWithCodingPatientsAndEvents() throws IOException {
    String page = page(GHOLAMI);
    assertThat(page).contains("Table 2: Predictors of recurrence-free survival");
    assertThat(page).contains("Interaction with KRAS mutation: P = 0.87");
    assertThat(page).contains("Refitted, n\u00a0=\u00a0655, 420\u00a0events");
    assertThat(page).contains("per metastasis").contains("yes vs no");
    assertThat(page).contains("Multivariate, n\u00a0=\u00a0602, 391\u00a0events");
  }

  @Test
  void tellsWhichQualityRulesFailAndWhatBecameOfTheirRows() throws IOException {
    String page = page(GHOLAMI);
    assertThat(page)
        .contains("Quality rules that fail")
        .contains("Rules that hold of every row, at a centre: 1.");
    assertThat(page.indexOf("cea-range")).isLessThan(page.indexOf("lesion-size"));
    assertThat(page).doesNotContain("no stage");
  }

  @Test
  void tellsOnWhomPlatformsDisagreeByTheirHash() throws IOException {
    String page = page(GHOLAMI);
    assertThat(page)
        .contains("Patients on whom two platforms disagree")
        .contains("#0123456789ab, north")
        .doesNotContain("0123456789abcdef")
        .contains("Only the first is mutated: 1; only the second: 3; both, at other codons: 2.")
        .contains("4 more are in the lake&#39;s table result/discordant_patient");
    assertThat(page.indexOf("<td class=\"l\">sanger</td><td class=\"l\">Other codons</td>"))
        .isPositive();
  }

  @Test
  void tellsDriftAndSpectrumWithTheirTests() throws IOException {
    String page = page(GHOLAMI);
    assertThat(page)
        .contains("Mutated share by year and platform")
        .contains("sanger: 38% in 1998 to 44% in 2012, standing out in 2005")
        .contains("* P &lt; 0.01 against the platform's other years")
        .contains("<th scope=\"row\">A146T</th><td class=\"r\">146</td><td class=\"r\">0</td>")
        .contains("Of 286 mutated patients of the cohort");
  }

  private String page(ReportInput input) throws IOException {
    return Files.readString(Report.write(input, out).get(0));
  }

  private static ReportInput with(ReportInput input, Map<TableDefinition, List<Row>> results) {
    Study study = input.study();
    return new ReportInput(study, results, List.of(), List.of(), List.of(), List.of(), input.run());
  }

  private static List<String> sectionIds(String page) {
    return Xml.elements(Xml.parse(page), "section").stream()
        .map((Element section) -> section.getAttribute("id"))
        .toList();
  }
}
