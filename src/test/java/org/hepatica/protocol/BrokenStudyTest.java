package org.hepatica.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a study is said with file, line, key and remedy. */
class BrokenStudyTest {

  @TempDir Path root;

  private static String expected(String lines) {
    return "gene { symbol = KRAS, codons = [12], required-codons = [12]\n expected-variants { "
        + lines
        + " } }";
  }

  /** Lines added to a good study from line 5 on, and what the one problem must say. */
  static Stream<Arguments> broken() {
    return Stream.of(
        arguments("endpoint {}", "5: study.endpoint: unknown key; did you mean 'endpoints'?"),
        arguments(
            "synthetic-notice = yes",
            "5: study.synthetic-notice: string 'yes' where true or false belongs"),
        arguments("title { a = 1 }", "5: study.title: object where a text belongs; write \"...\""),
        arguments(
            "data-cut-off = 2015-02-30",
            "5: study.data-cut-off: string '2015-02-30' where a date belongs; write it as"),
        arguments(
            "confidence-type = loglog",
            "5: study.confidence-type: 'loglog' is not among the values;"
                + " did you mean 'log-log'? known values: log, log-log, plain, logit, arcsin"),
        arguments(
            "period { from = 2013-01-01, to = 2012-01-01 }",
            "5: study.period.from: 2013-01-01 is after to = 2012-01-01; exchange"),
        arguments("period { from = 2013-01-01 }", "5: study.period.to: missing; add to"),
        arguments(
            "data-cut-off = 1990-01-01\nperiod { from = 1993-01-01, to = 1994-01-01 }",
            "5: study.data-cut-off: 1990-01-01 is before the period; give a day after"),
        arguments(
            "published = printed/none", "5: study.published: no folder 'conf/printed/none'; give"),
        arguments(
            "times-years = [1, 5, 3]", "5: study.times-years: 3.0 is out of order; give years"),
        arguments("times-years = 5", "5: study.times-years: number '5' where a list belongs"),
        arguments(
            "follow-up { endpoint = oss }",
            "5: study.follow-up.endpoint: 'oss' is not among the endpoints; did you mean 'os'?"),
        arguments(
            "index-operation { margins = [R3] }",
            "5: study.index-operation.margins[0]: 'R3' is not among the margins"),
        arguments(
            "exposure { name = hai, within-days = 0 }",
            "5: study.exposure.within-days: 0 is too small; give it 1 or more"),
        arguments(
            "gene { symbol = KRAS, codons = [12], required-codons = [12, 13] }",
            "5: study.gene.required-codons: 13 is not among codons; add it to codons"),
        arguments(
            "gene { symbol = BRAF, codons = [9999], required-codons = [9999] }",
            "5: study.gene.codons: codon 9999 lies behind the end of BRAF, at 766; name codons"),
        arguments(
            "gene { symbol = BRAF, codons = [600], required-codons = [600], changes = [A600E] }",
            "5: study.gene.changes: codon 600 of BRAF is V, not A; write such as V600E"),
        arguments(
            expected("citation = C, shares { A12D = 0.5 }"),
            "6: study.gene.expected-variants.shares.A12D: codon 12 of KRAS is G, not A; write"),
        arguments(
            "gene { symbol = FLT3, codons = [835], required-codons = [\"572-630\"] }",
            "5: study.gene.required-codons: 572, 573, 574, 575, 576 and 54 more are not among"),
        arguments(
            "gene { symbol = FLT3, codons = [\"630-572\"], required-codons = [835] }",
            "5: study.gene.codons[0]: '630-572' ends before it begins; write such as"),
        arguments(
            "gene { symbol = FLT3, codons = [\"572-\"], required-codons = [835] }",
            "5: study.gene.codons[0]: string '572-' where a whole number belongs; write"),
        arguments(
            "gene { symbol = KRAS, codons = [12], required-codons = [12]\n"
                + " min-variant-fraction = 2 }",
            "6: study.gene.min-variant-fraction: 2.0 is not between 0 and 1; give"),
        arguments(
            "gene { symbol = BRAF, codons = [600], required-codons = [600]\n changes = [V601E] }",
            "6: study.gene.changes: 'V601E' is at no codon of codons; add codon 601"),
        arguments(
            "gene { symbol = BRAF, codons = [600], required-codons = [600]\n changes = [Val600] }",
            "6: study.gene.changes: 'Val600' is no protein change; write such as V600E"),
        arguments(
            expected("citation = C, shares { Gly12 = 0.5 }"),
            "6: study.gene.expected-variants.shares.Gly12: 'Gly12' is no protein change; write"),
        arguments(
            expected("citation = C, shares { A146T = 0.5 }"),
            "6: study.gene.expected-variants.shares.A146T: 'A146T' is at no codon of codons;"
                + " add codon 146"),
        arguments(
            expected("citation = C, shares {\n G12D = 30 }"),
            "7: study.gene.expected-variants.shares.G12D: 30.0 is no share; give a number from 0"),
        arguments(
            expected("citation = C\n shares { G12D = 0.6, G12V = 0.5 }"),
            "7: study.gene.expected-variants.shares: together 1.1, more than 1; give shares of"),
        arguments(
            expected("citation = C"),
            "6: study.gene.expected-variants.shares: missing; add shares"),
        arguments(
            expected("shares { G12D = 0.3 }"),
            "6: study.gene.expected-variants.citation: missing; add citation"),
        arguments(
            "gene { symbol = KRAS, codons = [12], required-codons = [12]\n conflict = precedence }",
            "study.gene.precedence: missing; name platforms"),
        arguments(
            "eligibility = [\n { id = a, where = \"true\" }\n { id = a, where = \"true\" }\n]",
            "7: study.eligibility[1]: 'a' stands twice in eligibility; give each its own"),
        arguments(
            "eligibility = [ { id = a } ]", "5: study.eligibility[0].where: missing; add where"),
        arguments(
            "covariates { kras { value = \"gene_status = 'MUT'\" } }",
            "5: study.covariates.kras.value: uses gene_status, but the study has no section gene;"
                + " add study.gene"),
        arguments(
            "covariates { hai { value = exposed } }",
            "5: study.covariates.hai.value: uses exposed, but the study has no section exposure"),
        arguments(
            "covariates { a { value = \"perioperative['systemc']\" } }\n"
                + "perioperative { systemic {} }",
            "5: study.covariates.a.value: 'systemc' is not among the perioperative treatments;"
                + " did you mean 'systemic'?"),
        arguments(
            "covariates { sex { value = sex, levels = [male], unit = \"a year\" } }",
            "5: study.covariates.sex.unit: a text with levels has no unit; leave out"),
        arguments(
            "covariates { age { value = age } }\n"
                + "models = [{ id = m, endpoint = os, covariates = [agge] }]",
            "6: study.models[0].covariates[0]: 'agge' is not among the covariates;"
                + " did you mean 'age'? known covariates: age"),
        arguments(
            "covariates { age { value = age } }\n"
                + "models = [{ id = m, endpoint = os, covariates = [age], entry-p = 1.0 }]",
            "6: study.models[0].entry-p: 1.0 is not between 0 and 1; give"),
        arguments(
            "covariates { age { value = age } }\n"
                + "models = [{ id = m, endpoint = os, covariates = [age], published = t }]",
            "6: study.models[0].published: the study has no published folder; add study.publ"),
        arguments(
            "groupings { sex { value = sex, levels { male = m, female = f } } }\n"
                + "analyses = [{ endpoint = os, by = [sex], within = [sex] }]",
            "6: study.analyses[0].within: names a grouping of by; name another"),
        arguments(
            "analyses = [\n{ endpoint = os, by = [] }\n{ endpoint = os }]",
            "7: study.analyses[1]: 'os by []' stands twice in analyses; give"),
        arguments(
            "figures = [{ id = f, endpoint = os, horizon-years = 0 }]",
            "5: study.figures[0].horizon-years: 0.0 years show nothing; give it more than 0"),
        arguments(
            "figures = [{ id = \"a/b\", endpoint = os }]",
            "5: study.figures[0].id: 'a/b' cannot be a name; use letters"),
        arguments(
            "recurrence-sites { order = [bone] }",
            "5: study.recurrence-sites.order[0]: 'bone' is not among the sites;"),
        arguments(
            "score { name = crs, components {\n a { when = node_positive, above = 2 } } }",
            "6: study.score.components.a: a component is either when, or variable with above;"
                + " write"),
        arguments(
            "score { name = crs, components {\n a { variable = cea_ng_ml } } }",
            "6: study.score.components.a: a component is either when, or variable with above"),
        arguments(
            "groupings { sex { value = sex, levels { male = m, female = f } } }\n"
                + "table1 { by = sex, rows = [\n { id = sex, value = sex, show = count } ] }",
            "7: study.table1.rows[0].levels: missing; name the levels"),
        arguments(
            "title = a\ntitle = b", "6: study.title: stated twice, first on line 5; keep one"),
        arguments("title = null", "5: study.title: null is no value; leave the key out"),
        arguments("include \"other.conf\"", "5: include: files are not included; write the keys"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void oneProblemWithItsPlaceAndRemedy(String lines, String expected) {
    List<String> problems = new ConfBench(root).studyWith(lines).problems();
    assertThat(problems)
        .as(lines)
        .anySatisfy(
            problem -> assertThat(problem).startsWith("conf/studies/s.conf:").contains(expected));
  }

  @Test
  void missingMandatoryKeys() {
    assertThat(new ConfBench(root).study("study {\n}\n").problems())
        .containsExactly(
            "conf/studies/s.conf:1: study.name: missing; add name to this section",
            "conf/studies/s.conf:1: study.endpoints: missing; add endpoints to this section",
            "conf/studies/s.conf: study.centers: no centre to take data from; name one here or in"
                + " hepatica.centers; known centers: c");
  }

  @Test
  void nameOfAnotherFile() {
    assertThat(new ConfBench(root).study(ConfBench.STUDY.replace("= s\n", "= t\n")).problems())
        .containsExactly(
            "conf/studies/s.conf:2: study.name: 't' is not the file's name;"
                + " write name = s, or rename the file to t.conf");
  }

  @Test
  void competingEventThatIsAnEvent() {
    String text = ConfBench.STUDY.replace("[death] }", "[death], competing = [death] }");
    assertThat(new ConfBench(root).study(text).problems())
        .containsExactly(
            "conf/studies/s.conf:4: study.endpoints.os.competing: 'death' is an event already;"
                + " keep it in one of the two");
  }

  @Test
  void brokenSyntax() {
    List<String> problems = new ConfBench(root).studyWith("times-years = [1, 3\n").problems();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0)).startsWith("conf/studies/s.conf:6: not HOCON: ");
    assertThat(problems.get(0)).endsWith("; correct the syntax there");
  }

  @Test
  void unresolvedSubstitution() {
    assertThat(new ConfBench(root).studyWith("title = ${nowhere}").problems().get(0))
        .startsWith("conf/studies/s.conf:5: not HOCON: Could not resolve");
  }

  @Test
  void everyProblemAndNotOnlyTheFirst() {
    List<String> problems =
        new ConfBench(root)
            .hepatica("hepatica {\n study = s\n otu = x\n}\n")
            .studyWith("titel = x\nfigures = [{ id = f, endpoint = rfs }]")
            .centerWith("titel = x")
            .problems();
    assertThat(problems).hasSize(4);
    assertThat(String.join("\n", problems))
        .contains("conf/hepatica.conf:3: hepatica.otu: unknown key; did you mean 'out'?")
        .contains("conf/studies/s.conf:5: study.titel: unknown key; did you mean 'title'?")
        .contains("conf/studies/s.conf:6: study.figures[0].endpoint: 'rfs' is not among")
        .contains("conf/centers/c.conf:5: center.titel: unknown key; did you mean 'title'?");
  }

  @Test
  void aTextInSqlIsNoVariable() {
    assertThat(
            new ConfBench(root)
                .studyWith("covariates { a { value = \"delivered['exposed'] = 1\" } }")
                .problems())
        .isEmpty();
  }
}
