package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What km and logrank offer beyond a plain curve and test, against R: table-curves.R. */
class CurveCommandsIT {

  @ParameterizedTest
  @CsvSource({
    "weighted,veteran-weighted,'Surv(time, event) ~ trt','--weights w --times 30,90,365'",
    "clustered,lung-raw,'Surv(time, status) ~ sex + cluster(inst)','--times 100,365,700'",
    "weighted clustered,veteran-weighted,'Surv(time, event) ~ trt + cluster(celltype)',"
        + "'--weights w --times 30,90,365'",
    "late,heart,'Surv(start, time, event) ~ transplant','--times 10,100,365'",
    "late weighted,heart-weighted,'Surv(start, time, event) ~ surgery',"
        + "'--weights share --times 10,100,365'",
    "late clustered,heart,'Surv(start, time, event) ~ surgery + cluster(id)','--times 10,100,365'",
    "reversed,lung-raw,'Surv(time, status) ~ sex',"
        + "'--reverse --quantiles 0.25,0.5,0.75 --times 100,365,700'",
    "no interval,veteran,'Surv(time, event) ~ trt','--conf-type none --times 0,30,90'",
    "quantiles,veteran,'Surv(time, event) ~ celltype',"
        + "'--conf-type log-log --quantiles 0.1,0.5,0.9 --times 100'",
    "means,lung-raw,'Surv(time, status) ~ sex',--rmst 730",
    "several means,colon,'Surv(time, event) ~ rx',--rmst 1825 --level 0.9"
  })
  void curvesAreSurvfits(String name, String data, String formula, String options)
      throws IOException {
    assertReference(name, json("km", data, formula, options));
  }

  @ParameterizedTest
  @CsvSource({
    "trend,lung-raw,'Surv(time, status) ~ ph.ecog',--trend",
    "scored trend,colon,'Surv(time, event) ~ extent + strata(rx)','--scores 1,2,4,8'",
    "holm,veteran,'Surv(time, event) ~ celltype',--pairwise",
    "bh,veteran,'Surv(time, event) ~ celltype',--pairwise=bh --rho 1",
    "bonferroni,colon,'Surv(time, event) ~ rx',--pairwise=bonferroni"
  })
  void testsAreSurvdiffs(String name, String data, String formula, String options)
      throws IOException {
    assertReference(name, json("logrank", data, formula, options));
  }

  @ParameterizedTest
  @CsvSource({"'--fh 1,1',1 1", "'--rho 0.5 --gamma 2',0.5 2", "'--gamma 1',0 1"})
  void flemingAndHarringtonsTestIsThatOfTheFormula(String options, String weights)
      throws IOException {
    JsonNode json = json("logrank", "lung", "Surv(time, event) ~ female", options);
    double statistic =
        Launched.csv(resource("log-rank.csv")).stream()
            .filter(row -> row.getField("case").equals("fh lung female " + weights))
            .filter(row -> row.getField("key").equals("statistic"))
            .mapToDouble(row -> Double.parseDouble(row.getField("value")))
            .findFirst()
            .orElseThrow();

    assertThat(json.at("/statistic").asDouble()).isCloseTo(statistic, within(1e-8 * statistic));
  }

  @Test
  void theTableHasColumnsForWhatWasAsked() {
    Launched km =
        Launched.run(
            "km",
            "Surv(time, event) ~ trt",
            "--data",
            table("veteran-weighted"),
            "--format=csv",
            "--weights=w",
            "--times=30",
            "--quantiles=0.25",
            "--rmst=300");
    Launched pairs =
        Launched.run(
            "logrank",
            "Surv(time, event) ~ celltype",
            "--data",
            table("veteran"),
            "--format=csv",
            "--pairwise");

    assertThat(km.out().lines().findFirst().orElseThrow())
        .endsWith(
            "std_error,conf_low,conf_high,n_max,n_start,events_weighted,n_risk_weighted,"
                + "n_event_weighted,n_censor_weighted,quantile_0.25,quantile_0.25_conf_low,"
                + "quantile_0.25_conf_high,reference,rmst_difference,rmst_difference_std_error,"
                + "rmst_difference_conf_low,rmst_difference_conf_high,rmst_difference_p_value,"
                + "rmst_ratio,rmst_ratio_conf_low,rmst_ratio_conf_high,rmst_ratio_p_value");
    assertThat(km.out().lines()).hasSize(3).noneMatch(line -> line.contains("NaN"));
    assertThat(pairs.out().lines())
        .hasSize(7)
        .startsWith("group,other,statistic,df,p_value,adjusted_p_value");
  }

  @ParameterizedTest
  @CsvSource({
    "km,'Surv(time, event) ~ trt',--conf-type neither,'arcsin or none'",
    "km,'Surv(time, event) ~ trt',--quantiles 2,'lies in [0, 1]'",
    "logrank,'Surv(time, event) ~ trt',--fh 1,'--fh P,Q'",
    "logrank,'Surv(time, event) ~ trt','--fh 1,0 --rho 1','not both'",
    "logrank,'Surv(time, event) ~ trt',--pairwise=tukey,'bh, bonferroni or none'",
    "logrank,'Surv(time, event) ~ trt','--scores 1,2,3','score for each of 2 groups'",
    "logrank,'Surv(time, event) ~ trt','--trend --scores 1,1','scores of all groups are alike'",
    "logrank,'Surv(time, event) ~ trt','--trend --pairwise --format csv','--trend has no place'",
    "logrank,'Surv(time, event) ~ trt','--scores 1,2 --pairwise --format csv','no place'",
    "logrank,'Surv(time, event) ~ trt','--pairwise tukey','bh, bonferroni or none'",
    "logrank,'Surv(time, event) ~ trt + cluster(celltype)',--rho 0,'no cluster()'",
    "logrank,'Surv(diagtime, time, event) ~ trt',--rho 0,'right-censored data only'"
  })
  void whatCannotBeAskedIsUsage(String command, String formula, String options, String said) {
    List<String> arguments = new ArrayList<>(List.of(command, formula));
    arguments.addAll(List.of("--data", table("veteran")));
    arguments.addAll(List.of(options.split(" ")));
    Launched refused = Launched.run(arguments.toArray(String[]::new));

    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err()).contains(said);
    assertThat(refused.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"--pairwise,holm", "--pairwise bh,bh", "--pairwise=bh,bh"})
  void pairsMayBeAskedForBeforeTheFormula(String option, String adjustment) {
    List<String> before = new ArrayList<>(List.of("logrank"));
    before.addAll(List.of(option.split(" ")));
    before.addAll(List.of("Surv(time, event) ~ celltype", "--data", table("veteran")));
    Launched run = Launched.run(before.toArray(String[]::new));
    Launched after =
        Launched.run(
            "logrank",
            "Surv(time, event) ~ celltype",
            "--data",
            table("veteran"),
            "--pairwise=" + adjustment);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(after.out()).contains("Every two groups:");
  }

  private static JsonNode json(String command, String data, String formula, String options)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of(command, formula, "--data", table(data), "--format", "json"));
    arguments.addAll(List.of(options.split(" ")));
    Launched run = Launched.run(arguments.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).doesNotContain("NaN");
    return new ObjectMapper().readTree(run.out());
  }

  private static void assertReference(String name, JsonNode json) {
    List<NamedCsvRecord> expected =
        Launched.csv(resource("table-curves.csv")).stream()
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
      double relative = pointer.endsWith("p_value") ? 1e-6 : 1e-8;
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
      return Path.of(CurveCommandsIT.class.getResource("/reference/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
