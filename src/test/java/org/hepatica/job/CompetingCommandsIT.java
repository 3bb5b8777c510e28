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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of competing risks on public tables give cmprsk's numbers: competing-commands.R. */
class CompetingCommandsIT {

  private static final double RELATIVE = 1e-8;
  private static final double RELATIVE_OF_TESTS = 1e-6;
  private static final List<NamedCsvRecord> REFERENCE =
      Launched.csv(resource("competing-commands.csv"));
  private static final String DEATH_FIRST =
      "CASE WHEN cause = 2 THEN 1 WHEN cause = 1 THEN 2 ELSE 0 END";

  private static final String DEATH = "CASE WHEN cause = 2 THEN 1 ELSE 0 END";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "sexes,mgus2-raw,'Surv(time, cause) ~ sex','--times 12,120,240,400'",
    "every step,mgus2-raw,'Surv(time, cause) ~ sex',",
    "everybody,mgus2-raw,'Surv(time, CASE state WHEN \"progressed\" THEN 1 WHEN \"died\" THEN 2"
        + " ELSE 0 END) ~ 1','--times 360,0,60 --level 0.9'",
    "several,mgus2-raw,'Surv(time, cause) ~ sex + I(creat > 1.1)','--times 24,120'",
    "within strata,pbc,'Surv(time, " + DEATH_FIRST + ") ~ trt + strata(stage)','--times 365,1826'",
    "early,pbc,'Surv(time, cause) ~ stage','--times 1000,3000 --rho 1'",
    "counted,pbc-yearly,'Surv(year, cause) ~ trt',--freq n"
  })
  void incidenceIsCumincs(String name, String data, String formula, String options)
      throws IOException {
    assertReference(name, json("cuminc", data, formula, options));
  }

  @ParameterizedTest
  @CsvSource({
    "missing,mgus2-raw,'Surv(time, cause) ~ age + sex + hgb + mspike',",
    "functions,pbc,'Surv(time, "
        + DEATH_FIRST
        + ") ~ log(bili) * trt + factor(stage) + I(age / 10)',",
    "counted model,pbc-yearly,'Surv(year, cause) ~ trt + factor(stage)',--freq n"
  })
  void modelsAreCrrs(String name, String data, String formula, String options) throws IOException {
    JsonNode json = json("finegray", data, formula, options);

    assertReference(name, json);
    assertThat(json.at("/converged").asBoolean()).isTrue();
  }

  @Test
  void aHazardSpecificToTheCauseIsACoxModelOfIt() throws IOException {
    JsonNode specific =
        json("cox", "mgus2-raw", "Surv(time, cause == 1) ~ age + sex + hgb + mspike", null);

    assertReference("cause-specific", specific);
  }

  @Test
  void aColumnThatOthersExplainStaysWithoutNumbers() throws IOException {
    JsonNode json = json("finegray", "pbc", "Surv(time, cause) ~ age + I(2 * age) + bili", null);

    assertThat(json.at("/terms/1/term").asText()).isEqualTo("I(2 * age)");
    for (String key : List.of("estimate", "std_error", "p_value", "hazard_ratio")) {
      assertThat(json.at("/terms/1/" + key).isNull()).as(key).isTrue();
      assertThat(json.at("/terms/2/" + key).isNumber()).as(key).isTrue();
    }
    assertThat(json.at("/tests/wald/df").asInt()).isEqualTo(2);
    assertThat(json.at("/warnings/0").asText())
        .isEqualTo("I(2 * age): collinear: a linear combination of the columns before it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"age + I(0 * age)", "I(0 * age)"})
  void aConstantColumnIsNamedAsByCox(String right) throws IOException {
    for (String command : List.of("cox", "finegray")) {
      JsonNode json = json(command, "pbc", "Surv(time, " + DEATH + ") ~ " + right, null);

      assertThat(json.at("/warnings/0").asText())
          .as(command)
          .isEqualTo("I(0 * age): constant: the column has a single value");
      int last = json.at("/terms").size() - 1;
      assertThat(json.at("/terms/" + last + "/estimate").isNull()).as(command).isTrue();
    }
  }

  /** R: summary(crr(..., gtol = 1e-12), conf.int = 0.9). */
  @Test
  void intervalsHaveTheLevelThatIsAskedFor() throws IOException {
    Path forest = folder.resolve("forest.svg");
    String formula = "Surv(time, cause) ~ age + male";
    JsonNode json = json("finegray", "mgus2", formula, "--level 0.9");
    Launched text =
        run("finegray", formula, "mgus2", "--level", "0.9", "--plot", forest.toString());

    assertThat(json.at("/terms/1/hazard_ratio_low").asDouble())
        .isCloseTo(0.56810082832101216, within(1e-6));
    assertThat(json.at("/terms/1/hazard_ratio_high").asDouble())
        .isCloseTo(1.04642530643155074, within(1e-6));
    assertThat(text.out())
        .contains(
            "     exp(coef) exp(-coef)    5%   95%\n"
                + "age      0.983       1.02 0.974 0.992\n"
                + "male     0.771       1.30 0.568 1.046\n");
    assertThat(Files.readString(forest)).contains("(90% CI)");
    assertThat(run("finegray", formula, "mgus2", "--level", "0.995").out())
        .contains("0.25%", "99.75%");
  }

  @Test
  void levelsThatRunToInfinityAreAllNamed() throws IOException {
    // Nobody in the first stage was transplanted: every other stage is infinitely worse.
    JsonNode json = json("finegray", "pbc", "Surv(time, cause) ~ age + factor(stage)", null);

    assertThat(json.at("/converged").asBoolean()).isFalse();
    assertThat(json.at("/terms/0/estimate").isNumber()).isTrue();
    for (int stage = 1; stage <= 3; stage++) {
      assertThat(json.at("/terms/" + stage + "/estimate").isNull()).as("" + stage).isTrue();
      assertThat(json.at("/warnings/" + (stage - 1)).asText()).contains("runs to infinity");
    }
  }

  @Test
  void missingRowsAreCountedInEveryFormat() throws IOException {
    String formula = "Surv(time, cause) ~ I(creat > 1)";
    for (String command : List.of("cuminc", "finegray")) {
      Launched text = Launched.run(command, formula, "--data", table("mgus2-raw"));
      Launched csv =
          Launched.run(command, formula, "--data", table("mgus2-raw"), "--format", "csv");

      assertThat(text.exitCode()).isZero();
      assertThat(text.out())
          .contains("data = mgus2-raw.csv)", "30 cases omitted due to missing values");
      assertThat(csv.out()).startsWith(command.equals("cuminc") ? "group,cause,time," : "term,");
      assertThat(csv.err()).contains("30 observations deleted due to missingness");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'Surv(time, state) ~ sex',state` is text,CASE",
    "'Surv(time, 2 * cause) ~ sex','nobody has cause 1','values are [0, 2, 4]'",
    "'Surv(age, time, cause) ~ sex',late entries,'Surv(time, cause)'",
    "'Surv(time, cause) ~ nothing',unknown column,nothing"
  })
  void causesThatAreNoneAreNamed(String formula, String what, String remedy) {
    for (String command : List.of("cuminc", "finegray")) {
      Launched refused = Launched.run(command, formula, "--data", table("mgus2-raw"));

      assertThat(refused.exitCode()).as(command).isEqualTo(ExitCode.USAGE);
      assertThat(refused.out()).as(command).isEmpty();
      assertThat(refused.err()).as(command).contains(what, remedy);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "cuminc,'Surv(time, cause) ~ sex + cluster(age)',clusters",
    "finegray,'Surv(time, cause) ~ sex + cluster(age)',clusters",
    "finegray,'Surv(time, cause) ~ age + strata(sex)','may stand as factor()'",
    "finegray,'Surv(time, cause) ~ sex + offset(age)',offset()",
    "finegray,'Surv(time, cause) ~ 1','needs a variable; cuminc'"
  })
  void whatTheModelHasNotIsNamed(String command, String formula, String what) {
    Launched refused = Launched.run(command, formula, "--data", table("mgus2-raw"));

    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains(what);
  }

  @Test
  void figuresAreDrawnBesideTheResult() throws IOException {
    Path curves = folder.resolve("curves.svg");
    Path forest = folder.resolve("forest.svg");
    run("cuminc", "Surv(time, cause) ~ sex", "mgus2-raw", "--plot", curves.toString());
    run("finegray", "Surv(time, cause) ~ sex + age", "mgus2-raw", "--plot", forest.toString());

    assertThat(Files.readString(curves))
        .startsWith("<svg")
        .contains("sex=F, cause 1: 59 of 631 patients", "Gray's test of cause 1: P = 0.27");
    assertThat(Files.readString(forest))
        .startsWith("<svg")
        .contains("Subdistribution hazard ratio", "sexM", "0.98 (0.97–0.99)");
  }

  @Test
  void helpHasExamples() {
    for (String command : List.of("cuminc", "finegray")) {
      assertThat(Launched.run(command, "--help").out())
          .contains("Examples:")
          .contains("jobs/hepatica " + command + " 'Surv(time, cause) ~");
    }
  }

  private static Launched run(String command, String formula, String data, String... options) {
    List<String> arguments = new ArrayList<>(List.of(command, formula, "--data", table(data)));
    arguments.addAll(List.of(options));
    Launched run = Launched.run(arguments.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }

  private static JsonNode json(String command, String data, String formula, String options)
      throws IOException {
    List<String> more = new ArrayList<>(List.of("--format", "json"));
    if (options != null) {
      more.addAll(List.of(options.split(" ")));
    }
    String out = run(command, formula, data, more.toArray(String[]::new)).out();
    assertThat(out).doesNotContain("NaN");
    return new ObjectMapper().readTree(out);
  }

  private static void assertReference(String name, JsonNode json) {
    List<NamedCsvRecord> expected =
        REFERENCE.stream().filter(row -> row.getField("case").equals(name)).toList();
    assertThat(expected).as(name).isNotEmpty();
    expected.forEach(row -> assertValue(json, row.getField("pointer"), row.getField("value")));
  }

  private static void assertValue(JsonNode json, String pointer, String expected) {
    JsonNode value = json.at(pointer);
    assertThat(value.isMissingNode()).as(pointer).isEqualTo(expected.equals("none"));
    if (expected.equals("NA")) {
      assertThat(value.isNull()).as(pointer).isTrue();
    } else if (value.isNumber()) {
      double number = Double.parseDouble(expected);
      double relative = pointer.endsWith("p_value") ? RELATIVE_OF_TESTS : RELATIVE;
      assertThat(value.asDouble())
          .as(pointer)
          .isCloseTo(number, within(relative * Math.abs(number) + Double.MIN_NORMAL));
    } else if (!value.isMissingNode()) {
      assertThat(value.asText()).as(pointer).isEqualTo(expected);
    }
  }

  private static String table(String name) {
    return resource(name + ".csv").toString();
  }

  private static Path resource(String name) {
    try {
      return Path.of(CompetingCommandsIT.class.getResource("/reference/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
