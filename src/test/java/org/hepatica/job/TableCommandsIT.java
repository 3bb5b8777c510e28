package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hepatica.survival.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands on public tables give R's numbers; what cannot be done is told and exits. */
class TableCommandsIT {

  private static final double RELATIVE = 1e-8;
  private static final double RELATIVE_OF_TESTS = 1e-6;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "sexes,lung-raw,'Surv(time, status) ~ sex','--times 100,365,730 --rmst 730'",
    "several,lung-raw,'Surv(time, status == 2) ~ factor(ph.ecog) + sex','--times 0,365'",
    "everybody,lung-raw,'Surv(time, OS_STATUS == \"1:DECEASED\") ~ 1',"
        + "--conf-type log-log --level 0.9",
    "plain,veteran,'Surv(time, event) ~ celltype',--conf-type plain",
    "logit,colon,'Surv(time, event) ~ rx + surg',"
        + "'--conf-type logit --times 500,1000,3000 --rmst 2000'",
    "arcsin,veteran,'Surv(time, event) ~ trt','--conf-type arcsin --times 30,90'",
    "counted,veteran-monthly,'Surv(month, event) ~ trt',--freq n --rmst 12"
  })
  void curvesAreSurvfits(String name, String data, String formula, String options)
      throws IOException {
    assertReference(name, json("km", data, formula, options));
  }

  @ParameterizedTest
  @CsvSource({
    "sexes compared,lung-raw,'Surv(time, status) ~ sex',",
    "several compared,lung-raw,'Surv(time, status) ~ ph.ecog + sex',",
    "within strata,colon,'Surv(time, event) ~ rx + strata(extent)',",
    "early,veteran,'Surv(time, event) ~ celltype',--rho 1",
    "counted compared,veteran-monthly,'Surv(month, event) ~ trt',--freq n"
  })
  void testsAreSurvdiffs(String name, String data, String formula, String options)
      throws IOException {
    assertReference(name, json("logrank", data, formula, options));
  }

  @ParameterizedTest
  @CsvSource({
    "missing,lung-raw,'Surv(time, status) ~ age + sex + ph.ecog',",
    "condition,lung-raw," + "'Surv(time, OS_STATUS == \"1:DECEASED\") ~ age + factor(ph.ecog)',",
    "interaction,colon,'Surv(time, event) ~ rx * male + factor(extent) + strata(surg)',",
    "breslow,veteran,'Surv(time, event) ~ trt + celltype + I(karno / 10)',--ties breslow",
    "exact,veteran-monthly,'Surv(month, event) ~ trt',--freq n --ties exact",
    "functions,rotterdam,"
        + "'Surv(time, event) ~ age + log(pgr + 1) + factor(grade) + size + strata(chemo)',",
    "counted model,veteran-monthly,'Surv(month, event) ~ trt',--freq n",
    "proportional,veteran,'Surv(time, event) ~ trt + celltype + karno',--zph",
    "weighted,veteran-weighted,'Surv(time, event) ~ trt + celltype',--weights w",
    "clustered,lung-raw,'Surv(time, status) ~ age + sex + cluster(inst)',",
    "late entries,heart,'Surv(start, time, event) ~ age + transplant',"
  })
  void modelsAreCoxphs(String name, String data, String formula, String options)
      throws IOException {
    JsonNode json = json("cox", data, formula, options);

    assertReference(name, json);
    assertThat(json.at("/converged").asBoolean()).isTrue();
  }

  @Test
  void aSelectionIsTracedInTextAndListedInJson() throws IOException {
    String formula =
        "Surv(time, event) ~ trt + celltype + karno + diagtime + age + prior + trt:celltype";
    JsonNode json = json("cox", "veteran", formula, "--select both:aic");
    Launched text =
        Launched.run("cox", formula, "--data", table("veteran"), "--select", "both:aic");

    assertThat(text.out())
        .startsWith(Files.readString(resource("select-veteran-both.txt")) + "\nCall:\ncox(");
    assertThat(json.at("/selection").size()).isEqualTo(3);
    assertThat(json.at("/selection/0").fieldNames())
        .toIterable()
        .containsExactly("step", "action", "term", "p_value", "aic");
    assertThat(json.at("/selection/2/action").asText()).isEqualTo("remove");
    assertThat(json.at("/selection/2/term").asText()).isEqualTo("age");
    assertThat(json.at("/selection/2/p_value").isNull()).isTrue();
    assertThat(json.at("/selection/2/aic").asDouble()).isCloseTo(959.18326623410462, within(1e-5));
    assertThat(json.at("/terms").size()).isEqualTo(8);
  }

  @Test
  void aSelectionByPShowsWaldsTests() throws IOException {
    String formula = "Surv(time, event) ~ trt + celltype + karno + diagtime + age + prior";
    JsonNode json = json("cox", "veteran", formula, "--select backward:0.05");
    Launched text =
        Launched.run("cox", formula, "--data", table("veteran"), "--select", "backward:0.05");

    assertThat(json.at("/selection").size()).isEqualTo(4);
    assertThat(json.at("/selection/0/term").asText()).isEqualTo("diagtime");
    assertThat(json.at("/selection/0/p_value").asDouble())
        .isCloseTo(0.99289808636332777, within(1e-6));
    assertThat(text.out())
        .contains("Pr(>chi^2)", "- diagtime", "Surv(time, event) ~ celltype + karno\n");
  }

  @Test
  void anElasticNetHasEstimatesOnly() throws IOException {
    Path monthly = folder.resolve("monthly.csv");
    List<String> lines = Files.readAllLines(resource("veteran.csv"));
    List<String> changed = new ArrayList<>(List.of(lines.get(0)));
    for (String line : lines.subList(1, lines.size())) {
      int comma = line.indexOf(',');
      double months = Math.ceil(Double.parseDouble(line.substring(0, comma)) / 30);
      changed.add(months + line.substring(comma));
    }
    Files.write(monthly, changed);
    String formula = "Surv(time, event) ~ trt + karno + diagtime + age + prior";
    String[] arguments = {
      "cox",
      formula,
      "--data",
      monthly.toString(),
      "--ties",
      "breslow",
      "--reg-param",
      "0.05",
      "--elastic-net",
      "0.3",
      "--format"
    };
    Launched run = Launched.run(with(arguments, "json"));
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(run.out());

    Map<String, Double> expected = Reference.of("cox-penalised").all("glmnet 0.3", "lambda 0.05");
    assertThat(json.at("/terms").size()).isEqualTo(expected.size());
    for (JsonNode term : json.at("/terms")) {
      double estimate = expected.get(term.get("term").asText());
      assertThat(term.get("estimate").asDouble())
          .isCloseTo(estimate, within(RELATIVE * Math.abs(estimate) + Double.MIN_NORMAL));
      assertThat(term.get("hazard_ratio").asDouble())
          .isCloseTo(Math.exp(estimate), within(RELATIVE));
      for (String none : List.of("std_error", "statistic", "p_value", "conf_low", "conf_high")) {
        assertThat(term.get(none).isNull()).as(none).isTrue();
      }
    }
    assertThat(json.at("/tests/wald").isNull()).isTrue();
    assertThat(json.at("/penalty/type").asText()).isEqualTo("elastic_net");
    assertThat(json.at("/penalty/reg_param").asDouble()).isEqualTo(0.05);
    assertThat(json.at("/penalty/elastic_net").asDouble()).isEqualTo(0.3);
    assertThat(json.at("/loglik/1").asDouble()).isGreaterThan(json.at("/loglik/0").asDouble());
    assertThat(Launched.run(with(arguments, "text")).out())
        .contains("Elastic net: penalty 0.05, of which lasso 0.3\n")
        .doesNotContain("NA", "NaN");
    assertThat(Launched.run(with(arguments, "csv")).out()).contains("karno,-0.0").contains(",,");
  }

  private static String[] with(String[] arguments, String last) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = last;
    return all;
  }

  @Test
  void firthsPenaltyGivesAFiniteEstimateWhereThereWasNone() throws IOException {
    Path separated = folder.resolve("separated.csv");
    Files.writeString(separated, "time,event,early,resid\n" + separatedRows());
    String[] arguments = {
      "cox", "Surv(time, event) ~ early + resid", "--data", separated.toString()
    };
    Launched firth = Launched.run(with(with(with(arguments, "--firth"), "--format"), "json"));
    JsonNode json = new ObjectMapper().readTree(firth.out());

    Reference r = Reference.of("cox-penalised");
    for (JsonNode term : json.at("/terms")) {
      String name = term.get("term").asText();
      double estimate = r.value("firth separated efron", "coef", name);
      double error = r.value("firth separated efron", "se", name);
      assertThat(term.get("estimate").asDouble())
          .isCloseTo(estimate, within(RELATIVE * Math.abs(estimate)));
      assertThat(term.get("std_error").asDouble()).isCloseTo(error, within(RELATIVE * error));
    }
    assertThat(json.at("/penalty/type").asText()).isEqualTo("firth");
    assertThat(json.at("/warnings").size()).isZero();
    assertThat(Launched.run(arguments).err()).contains("early: monotone likelihood");
  }

  private static String separatedRows() {
    List<NamedCsvRecord> rows = Launched.csv(resource("ovarian.csv"));
    return rows.stream()
        .map(
            row -> {
              boolean died = row.getField("event").equals("1");
              boolean early = died && Double.parseDouble(row.getField("time")) < 400;
              return "%s,%s,%d,%s\n"
                  .formatted(
                      row.getField("time"),
                      row.getField("event"),
                      early ? 1 : 0,
                      row.getField("resid"));
            })
        .collect(Collectors.joining());
  }

  @Test
  void missingRowsAreCountedAndTheResultIsAloneOnStandardOutput() {
    String formula = "Surv(time, status) ~ ph.ecog";
    Launched text = Launched.run("km", formula, "--data", table("lung-raw"));
    Launched csv = Launched.run("km", formula, "--data", table("lung-raw"), "--format", "csv");

    assertThat(text.exitCode()).isZero();
    assertThat(text.out())
        .startsWith("Call: km(formula = Surv(time, status) ~ ph.ecog, data = lung-raw.csv)\n\n")
        .contains("1 observation deleted due to missingness");
    assertThat(text.err()).isEmpty();
    assertThat(csv.out()).startsWith("group,n,events,");
    assertThat(csv.err()).contains("1 observation deleted due to missingness");
  }

  @Test
  void otherTextsForMissingLeaveTheirRowsOut() {
    Launched cox = veteran("cox", "Surv(time, event) ~ celltype", "--na", "adeno,other");

    assertThat(cox.exitCode()).isZero();
    assertThat(cox.out())
        .contains("  n= 110, number of events= 102")
        .contains("(27 observations deleted due to missingness)");
  }

  @Test
  void whatIsWrongWithTheFormulaIsUsageInItsOwnWords() {
    assertThat(cox("Surv(time, event) ~ kerno").err())
        .contains("hepatica: unknown column 'kerno'")
        .contains("did you mean 'karno'?");
    for (String formula :
        List.of(
            "Surv(time, event) ~ kerno",
            "Surv(time, event) ~ age +",
            "Surv(time, karno) ~ age",
            "Surv(celltype, event) ~ age",
            "Surv(time, none(event)) ~ age",
            "Surv(time, event) ~ age + frailty(trt)")) {
      Launched refused = cox(formula);
      assertThat(refused.exitCode()).as(formula).isEqualTo(ExitCode.USAGE);
      assertThat(refused.out()).as(formula).isEmpty();
    }
  }

  @Test
  void whatIsWrongWithAnOptionIsUsage() {
    for (List<String> options :
        List.of(
            List.of("--weights", "karnof"),
            List.of("--weights", "celltype"),
            List.of("--freq", "celltype"),
            List.of("--set", "engine.mimory=1g"),
            List.of("--plot", "none/forest.svg"),
            List.of("--plot", "forest.png"),
            List.of("--zph", "--format", "csv"),
            List.of("--zph", "--ties", "exact"),
            List.of("--ties", "none"),
            List.of("--freq", "age2"),
            List.of("--select", "sideways:aic"),
            List.of("--select", "both:1.5"),
            List.of("--reg-param", "-1"),
            List.of("--elastic-net", "0.5"),
            List.of("--format", "xml"))) {
      Launched refused = veteran("cox", "Surv(time, event) ~ age", options.toArray(String[]::new));
      assertThat(refused.exitCode()).as(options.toString()).isEqualTo(ExitCode.USAGE);
      String named = options.get(0).equals("--elastic-net") ? "--reg-param" : options.get(1);
      named = named.equals("-1") ? "at least 0" : named;
      assertThat(refused.err()).as(options.toString()).contains(named);
    }
  }

  @Test
  void optionsThatExcludeEachOtherAreUsage() {
    for (List<String> options :
        List.of(
            List.of("--firth", "--reg-param", "0.1"),
            List.of("--firth", "--select", "both:aic"),
            List.of("--reg-param", "0.1", "--zph"))) {
      Launched refused = veteran("cox", "Surv(time, event) ~ age", options.toArray(String[]::new));
      assertThat(refused.exitCode()).as(options.toString()).isEqualTo(ExitCode.USAGE);
      assertThat(refused.err()).as(options.toString()).contains("--reg-param");
      assertThat(refused.out()).isEmpty();
    }
  }

  @Test
  void aTableThatCannotBeReadIsRefusedByName() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.csv"), "time,event\n1,1\n2,1,3\n");
    Path none = folder.resolve("none.csv");
    for (Path file : List.of(broken, none)) {
      Launched refused =
          Launched.run("logrank", "Surv(time, event) ~ 1", "--data", file.toString());
      assertThat(refused.exitCode()).isEqualTo(ExitCode.DATA_REFUSED);
      assertThat(refused.err()).contains(file.toString());
      assertThat(refused.out()).isEmpty();
    }
  }

  @Test
  void theFigureIsDrawnBesideTheResult() throws IOException {
    Path curves = folder.resolve("curves.svg");
    Path forest = folder.resolve("forest.svg");
    Launched km = veteran("km", "Surv(time, event) ~ celltype", "--plot", curves.toString());
    Launched cox =
        veteran(
            "cox",
            "Surv(time, event) ~ celltype + karno + I(2 * karno)",
            "--plot",
            forest.toString());

    assertThat(km.out()).startsWith("Call: km(");
    assertThat(Files.readString(curves))
        .startsWith("<svg")
        .contains("celltype=smallcell: 48 patients, 45 events, median 51.0 (25.0–63.0)")
        .doesNotContain("ears");
    assertThat(cox.out()).startsWith("Call:\ncox(");
    assertThat(Files.readString(forest))
        .startsWith("<svg")
        .contains("celltypesquamous", "I(2 * karno)", "0.97 (0.96–0.98)");
  }

  /** R: summary(coxph(...), conf.int = 0.9). */
  @Test
  void intervalsOfAModelHaveTheLevelThatIsAskedFor() throws IOException {
    Path forest = folder.resolve("forest.svg");
    String formula = "Surv(time, event) ~ karno + age";
    JsonNode json = json("cox", "veteran", formula, "--level 0.9");
    Launched text = veteran("cox", formula, "--level", "0.9", "--plot", forest.toString());

    assertThat(json.at("/terms/0/hazard_ratio_low").asDouble())
        .isCloseTo(0.95862276769748334, within(RELATIVE));
    assertThat(json.at("/terms/0/conf_high").asDouble())
        .isCloseTo(-0.025156028150077420, within(RELATIVE));
    assertThat(text.out())
        .contains(
            "      exp(coef) exp(-coef) lower .90 upper .90\n"
                + "karno    0.9669      1.034    0.9586    0.9752\n"
                + "age      0.9976      1.002    0.9828    1.0126\n");
    assertThat(Files.readString(forest)).contains("Hazard ratio (90% CI)");
    assertThat(veteran("cox", formula, "--level", "0.995").out()).contains("lower .99.5");
    for (String[] wrong : new String[][] {{"--level", "95"}, {"--level", "0"}}) {
      assertThat(veteran("cox", formula, wrong).err()).contains("--level lies between 0 and 1");
    }
    assertThat(veteran("cox", formula, "--level", "0.9", "--reg-param", "0.1").err())
        .contains("--reg-param gives no intervals");
  }

  @Test
  void aFigureThatCannotBeWrittenFailsByName() {
    Path nowhere = folder.resolve("none/curves.svg");
    Launched km = veteran("km", "Surv(time, event) ~ 1", "--plot", nowhere.toString());

    assertThat(km.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(km.err()).contains("there is no folder " + nowhere.getParent());
    assertThat(km.out()).isEmpty();
  }

  @Test
  void whatIsAskedAfterTheEndOfFollowUpIsTold() {
    Launched km = veteran("km", "Surv(time, event) ~ 1", "--rmst", "5000", "--times", "10,2000");

    assertThat(km.exitCode()).isZero();
    assertThat(km.err())
        .contains("all: follow-up ends at 999; up to 5000 the curve is carried on flat")
        .contains("all: follow-up ends at 999, there is no survival at 2000");
  }

  @Test
  void aTestOfOneGroupHasNoP() throws IOException {
    JsonNode json = json("logrank", "veteran", "Surv(time, event) ~ 1", null);

    assertThat(json.get("p_value").isNull()).isTrue();
    assertThat(json.get("df").asInt()).isZero();
  }

  @Test
  void aModelOfNobodyIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("late.csv"), "a,b,d,x\n5,3,1,1\n9,2,0,2\n");

    Launched cox = Launched.run("cox", "Surv(a, b, d) ~ x", "--data", file.toString());

    assertThat(cox.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(cox.err()).contains("no row is left").contains("ends before it begins");
  }

  @Test
  void proportionalHazardsAreNotTestedWhileACoefficientRunsToInfinity() throws IOException {
    JsonNode json = json("cox", "veteran", "Surv(time, event) ~ karno + event", "--zph");

    assertThat(json.toString()).contains("not tested while a coefficient runs to infinity");
    assertThat(json.get("terms")).hasSize(2);
  }

  @Test
  void helpHasExamples() {
    for (String command : List.of("km", "logrank", "cox")) {
      assertThat(Launched.run(command, "--help").out())
          .contains("Examples:")
          .contains("jobs/hepatica " + command + " 'Surv(time, status) ~");
    }
  }

  private static Launched cox(String formula) {
    return veteran("cox", formula);
  }

  private static Launched veteran(String command, String formula, String... options) {
    List<String> arguments = new ArrayList<>(List.of(command, formula, "--data", table("veteran")));
    arguments.addAll(List.of(options));
    return Launched.run(arguments.toArray(String[]::new));
  }

  private static JsonNode json(String command, String data, String formula, String options)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of(command, formula, "--data", table(data), "--format", "json"));
    if (options != null) {
      arguments.addAll(List.of(options.split(" ")));
    }
    Launched run = Launched.run(arguments.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).doesNotContain("NaN");
    return new ObjectMapper().readTree(run.out());
  }

  private static void assertReference(String name, JsonNode json) {
    List<NamedCsvRecord> expected =
        Launched.csv(resource("table-commands.csv")).stream()
            .filter(row -> row.getField("case").equals(name))
            .toList();
    assertThat(expected).as(name).isNotEmpty();
    expected.forEach(row -> assertValue(json, row.getField("pointer"), row.getField("value")));
  }

  private static void assertValue(JsonNode json, String pointer, String expected) {
    JsonNode value = json.at(pointer);
    assertThat(value.isMissingNode()).as(pointer).isFalse();
    if (expected.equals("NA")) {
      assertThat(value.isNull()).as(pointer).isTrue();
    } else if (value.isNumber()) {
      double number = Double.parseDouble(expected);
      double relative =
          pointer.endsWith("p_value") || pointer.startsWith("/zph") ? RELATIVE_OF_TESTS : RELATIVE;
      assertThat(value.asDouble())
          .as(pointer)
          .isCloseTo(number, within(relative * Math.abs(number) + Double.MIN_NORMAL));
    } else {
      assertThat(value.asText()).as(pointer).isEqualTo(expected);
    }
  }

  private static String table(String name) {
    return resource(name + ".csv").toString();
  }

  private static Path resource(String name) {
    try {
      return Path.of(TableCommandsIT.class.getResource("/reference/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
