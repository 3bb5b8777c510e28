package org.hepatica.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Defaults and full mapping of a study. */
class StudyTest {

  @TempDir Path root;

  @Test
  void defaults() {
    assertThat(new ConfBench(root).load().study("s"))
        .isEqualTo(
            new Study(
                "s",
                "s",
                List.of("c"),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Study.IndexOperation(List.of(), "completing-stage"),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                List.of(PopulationReader.EVERYBODY),
                Optional.empty(),
                Map.of("os", new Study.Endpoint("os", "os", List.of("death"), List.of())),
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(1.0, 3.0, 5.0),
                "log",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void defaultsOfSections() {
    Study study =
        with(
            """
            exposure { name = hai }
            perioperative { systemic {} }
            gene { symbol = KRAS, codons = [12], required-codons = [12] }
            covariates { age { value = age } }
            groupings { sex { value = sex, levels { male = m } } }
            models = [{ id = m, endpoint = os, covariates = [age] }]
            analyses = [{ endpoint = os }]
            figures = [{ id = f, endpoint = os }]
            recurrence-sites {}
            table1 { by = sex, rows = [{ id = age, value = age, show = yes }] }
            """);
    assertThat(study.exposure()).contains(new Study.Exposure("hai", "hai", "hai", 120, true));
    assertThat(study.perioperative())
        .containsEntry(
            "systemic",
            new Study.Perioperative("systemic", "systemic", "systemic", 180, 180, true));
    assertThat(study.gene().map(StudyTest::withoutPlace))
        .contains(
            new Study.Gene(
                "KRAS",
                List.of("KRAS"),
                List.of(12),
                List.of(12),
                "any-mutated",
                List.of(),
                List.of("SOMATIC", "UNKNOWN", ""),
                5,
                0.02,
                List.of("A", "B")));
    assertThat(study.covariates().get("age"))
        .isEqualTo(new Study.Covariate("age", "age", "age", "", List.of(), false, "age"));
    assertThat(study.models())
        .containsExactly(
            new Study.Model(
                "m", "m", "m", "os", Optional.empty(), List.of("age"), "efron", 0.05, 0.05));
    assertThat(study.analyses())
        .containsExactly(
            new Study.Analysis("os", List.of(), Optional.empty(), List.of(), Optional.empty()));
    assertThat(study.figures()).containsExactly(new Study.Figure("f", "f", "os", List.of(), 10));
    assertThat(study.recurrenceSites())
        .contains(new Study.RecurrenceSites(30, List.of("liver", "lung"), List.of()));
    assertThat(study.table1().orElseThrow().rows())
        .containsExactly(new Study.Row("age", "age", "age", "yes", Map.of(), "yes"));
  }

  @Test
  void everyKeyOfPopulationAndGene() {
    Study study =
        with(
            """
            title = "A study", synthetic-notice = true, data-cut-off = 2015-12-31
            period { from = 1993-01-01, to = 2012-12-31 }
            index-operation { margins = [R0], two-stage = first-stage }
            exposure { name = pump, label = Pump, treatment = hai, within-days = 90
                       before-recurrence = false }
            perioperative { sys { label = S, treatment = systemic, days-before = 1, days-after = 2
                            before-recurrence = false } }
            gene { symbol = BRAF, aliases = [B-RAF], codons = [600, 601], required-codons = [600]
                   conflict = precedence, precedence = [wgs, impact], somatic = [somatic]
                   min-alternate-reads = 0, min-variant-fraction = 0.1, sequenom-calls = [A]
                   changes = [V600E, K601E]
                   expected-variants { citation = "A., 2001", shares { V600E = 0.9, K601E = 0.1 } } }
            eligibility = [{ id = known, label = Known, where = "gene_status is not null"
                             marks = true }]
            score { name = crs, label = CRS, citation = Fong, components {
              z { label = Node, when = node_positive }
              a { variable = cea_ng_ml, above = 200 } } }
            recurrence-sites { window-days = 0, order = [lung], by = [] }
            """);
    assertThat(study.title()).isEqualTo("A study");
    assertThat(study.syntheticNotice()).isTrue();
    assertThat(study.dataCutOff()).contains(LocalDate.of(2015, 12, 31));
    assertThat(study.period())
        .contains(new Study.Period(LocalDate.of(1993, 1, 1), LocalDate.of(2012, 12, 31)));
    assertThat(study.indexOperation())
        .isEqualTo(new Study.IndexOperation(List.of("R0"), "first-stage"));
    assertThat(study.exposure()).contains(new Study.Exposure("pump", "Pump", "hai", 90, false));
    assertThat(study.perioperative().get("sys"))
        .isEqualTo(new Study.Perioperative("sys", "S", "systemic", 1, 2, false));
    assertThat(study.gene().map(StudyTest::withoutPlace))
        .contains(
            new Study.Gene(
                "BRAF",
                List.of("B-RAF"),
                List.of(600, 601),
                List.of(600),
                "precedence",
                List.of("wgs", "impact"),
                List.of("SOMATIC"),
                0,
                0.1,
                List.of("A"),
                List.of("V600E", "K601E"),
                Optional.of(
                    new Study.ExpectedVariants("A., 2001", Map.of("V600E", 0.9, "K601E", 0.1))),
                Optional.empty()));
    assertThat(study.eligibility())
        .containsExactly(new Study.Rule("known", "Known", "gene_status is not null", true));
    assertThat(study.score())
        .contains(
            new Study.Score(
                "crs",
                "CRS",
                "Fong",
                List.of(
                    new Study.Component(
                        "z",
                        "Node",
                        Optional.of("node_positive"),
                        Optional.empty(),
                        Optional.empty()),
                    new Study.Component(
                        "a",
                        "a",
                        Optional.empty(),
                        Optional.of("cea_ng_ml"),
                        Optional.of(200.0)))));
    assertThat(study.recurrenceSites())
        .contains(new Study.RecurrenceSites(0, List.of("lung"), List.of()));
  }

  @Test
  void everyKeyOfTheComparisons() {
    new ConfBench(root).write("conf/published/x/t2.csv", "");
    Study study =
        with(
            """
            published = published/x
            covariates {
              hai { label = HAI, value = "age > 60", overlap = true, published = pump }
              site { value = sex, levels = [male, female] }
              size { value = age, unit = "a cm" }
            }
            models = [{ id = m, table = T, title = M, endpoint = os, published = t2
                        covariates = [hai, site], ties = breslow, entry-p = 0.1, stay-p = 0.2 }]
            groupings { sex { label = Sex, value = sex, levels { z = Z, a = A, m = M } }
                        old { value = "age > 60", levels { false = no, true = yes } } }
            analyses = [{ endpoint = os, by = [sex], hazard-ratio = hai, within = [old]
                          interaction = site }]
            times-years = [0.5, 2], confidence-type = log-log, follow-up { endpoint = os }
            figures = [{ id = f, title = F, endpoint = os, by = [sex, old], horizon-years = 2.5 }]
            table1 { title = T1, by = sex, rows = [
              { id = r, label = R, value = sex, show = count, levels { z = Z, a = A } }
              { id = y, value = "age > 60", show = yes, level = old } ] }
            """);
    assertThat(study.published()).contains("published/x");
    assertThat(study.covariates().values())
        .containsExactly(
            new Study.Covariate("hai", "HAI", "age > 60", "", List.of(), true, "pump"),
            new Study.Covariate(
                "site", "site", "sex", "", List.of("male", "female"), false, "site"),
            new Study.Covariate("size", "size", "age", "a cm", List.of(), false, "size"));
    assertThat(study.models())
        .containsExactly(
            new Study.Model(
                "m",
                "T",
                "M",
                "os",
                Optional.of("t2"),
                List.of("hai", "site"),
                "breslow",
                0.1,
                0.2));
    assertThat(study.groupings().keySet()).containsExactly("sex", "old");
    assertThat(study.groupings().get("sex").levels().keySet()).containsExactly("z", "a", "m");
    assertThat(study.analyses())
        .containsExactly(
            new Study.Analysis(
                "os", List.of("sex"), Optional.of("hai"), List.of("old"), Optional.of("site")));
    assertThat(study.timesYears()).containsExactly(0.5, 2.0);
    assertThat(study.confidenceType()).isEqualTo("log-log");
    assertThat(study.followUpEndpoint()).contains("os");
    assertThat(study.figures())
        .containsExactly(new Study.Figure("f", "F", "os", List.of("sex", "old"), 2.5));
    Study.Table1 table = study.table1().orElseThrow();
    assertThat(table.title()).isEqualTo("T1");
    assertThat(table.rows().get(0).levels().keySet()).containsExactly("z", "a");
    assertThat(table.rows().get(1).level()).isEqualTo("old");
  }

  private Study with(String lines) {
    return new ConfBench(root).studyWith(lines).load().study("s");
  }

  /** Where the program's own genes lie is told elsewhere. */
  private static Study.Gene withoutPlace(Study.Gene gene) {
    assertThat(gene.locus()).isPresent();
    return new Study.Gene(
        gene.symbol(),
        gene.aliases(),
        gene.codons(),
        gene.requiredCodons(),
        gene.conflict(),
        gene.precedence(),
        gene.somatic(),
        gene.minAlternateReads(),
        gene.minVariantFraction(),
        gene.sequenomCalls(),
        gene.changes(),
        gene.expected(),
        Optional.empty());
  }
}
