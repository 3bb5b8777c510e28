package org.hepatica.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, where, and what is said to do: formula, problem, place, remedy. */
class FormulaMessageTest {

  private static final SmallTable PEOPLE = SmallTable.of("people");

  private static FormulaException refused(ThrowingCallable call) {
    FormulaException refused = catchThrowableOfType(FormulaException.class, call);
    assertThat(refused).isNotNull();
    return refused;
  }

  private static void check(
      FormulaException refused, String formula, String problem, String place, String remedy) {
    int start = refused.span().start();
    String found = start == formula.length() ? "<end>" : refused.span().of(formula);
    assertThat(found).isEqualTo(place);
    String carets = "^".repeat(Math.max(1, refused.span().end() - start));
    assertThat(refused)
        .hasMessage("%s%n  %s%n  %s%s%n%s", problem, formula, " ".repeat(start), carets, remedy);
  }

  @Test
  void thePlaceIsShownUnderTheFormula() {
    assertThat(refused(() -> Formula.parse("Surv(time, status) ~ age + (sex")))
        .hasMessage(
            """
            the formula ends too early
              Surv(time, status) ~ age + (sex
                                             ^
            expected ')' or an operator""");
  }

  @Test
  void anEmptyFormulaIsToldWhatItNeeds() {
    assertThat(refused(() -> Formula.parse("")))
        .hasMessageStartingWith("the formula ends too early")
        .hasMessageEndingWith(
            "expected Surv(time, event) or Surv(start, stop, event) on the left of ~");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ¦ ",
      quoteCharacter = '§',
      textBlock =
          """
          Surv(time, status) ~ agee ¦ unknown column 'agee' ¦ agee ¦ did you mean 'age'?
          Surv(time, status) ~ Age ¦ unknown column 'Age' ¦ Age ¦ did you mean 'age'?
          Surv(time, status) ~ zzz ¦ unknown column 'zzz' ¦ zzz ¦ the columns are: time, status, sex, stage, age, hai, center, nodes, marker, kras
          Surv(time, status) ~ ns(age, 3) ¦ ns() is not supported ¦ ns ¦ the functions are: I, factor, log, log2, log10, exp, sqrt, abs, strata, cluster, offset
          Surv(time, status) ~ pspline(age) ¦ pspline() is not supported ¦ pspline ¦ the functions are: I, factor, log, log2, log10, exp, sqrt, abs, strata, cluster, offset
          Surv(time, status) ~ lgo(age) ¦ lgo() is not supported ¦ lgo ¦ did you mean 'log'? the functions are: I, factor, log, log2, log10, exp, sqrt, abs, strata, cluster, offset
          Surv(time, status) ~ ridge(age) ¦ ridge() is not supported ¦ ridge ¦ the functions are: I, factor, log, log2, log10, exp, sqrt, abs, strata, cluster, offset
          Surv(time, status) ~ log(age, x = 2) ¦ log() with other arguments ¦ log(age, x = 2) ¦ expected log(x) or log(x, base)
          Surv(time, status) ~ relevel(sex) ¦ relevel() is not supported ¦ relevel ¦ the functions are: I, factor, log, log2, log10, exp, sqrt, abs, strata, cluster, offset
          Surv(time, status) ~ age %o% sex ¦ unexpected '%o%' ¦ %o% ¦ expected an operator
          Surv(time, status) ~ a[1] ¦ unexpected '[' ¦ [ ¦ expected an operator
          Surv(time, status) ~ agee.x:sex ¦ unknown column 'agee.x' ¦ agee.x ¦ the columns are: time, status, sex, stage, age, hai, center, nodes, marker, kras
          Surv(time, status) ~ I(sex > "a") ¦ 'sex' is text, not numeric ¦ sex ¦ expected numbers; a text is compared as in I(sex == "male")
          Surv(time, status) ~ frailty(center) ¦ frailty() is not supported ¦ frailty ¦ the functions are: I, factor, log, log2, log10, exp, sqrt, abs, strata, cluster, offset
          Surv(time, status) ~ tt(age) ¦ tt() is not supported ¦ tt ¦ the functions are: I, factor, log, log2, log10, exp, sqrt, abs, strata, cluster, offset
          Surv(time, status) ~ poly(age,2) ¦ poly() is not supported ¦ poly ¦ the functions are: I, factor, log, log2, log10, exp, sqrt, abs, strata, cluster, offset
          Surv(time, status) ~ age + ¦ the formula ends too early ¦ <end> ¦ expected a column, a number, a function or '('
          Surv(time, status) ~ (age ¦ the formula ends too early ¦ <end> ¦ expected ')' or an operator
          Surv(time, status) ~ age sex ¦ unexpected 'sex' ¦ sex ¦ expected an operator
          Surv(time, status) ~ age > 1 > 2 ¦ unexpected '>' ¦ > ¦ comparisons do not chain: join two with &
          Surv(time, status) ~ I(age && sex) ¦ unexpected '&&' ¦ && ¦ write & to join two conditions
          Surv(time, status) ~ I(age = 3) ¦ I() with other arguments ¦ I(age = 3) ¦ expected I(x); a comparison is written ==, as I(stage == "II")
          Surv(time, status) ~ age ~ sex ¦ unexpected '~' ¦ ~ ¦ a formula has one ~
          Surv(time, status) ~ _x ¦ unexpected character '_' ¦ _ ¦ a name that starts with _ stands in backticks: `_name`
          Surv(time, status) ~ `age ¦ a ` is never closed ¦ ` ¦ expected another `
          Surv(time, status) ~ age @ b ¦ unexpected character '@' ¦ @ ¦ expected a column, a number or an operator; a name with other signs stands in backticks
          Surv(time, status) ~ 2 ¦ a number is no term ¦ 2 ¦ expected 1 or 0; arithmetic stands in I(), as I(age / 10)
          Surv(time, status) ~ "a" ¦ a constant is no term ¦ "a" ¦ expected a column or a function
          Surv(time, status) ~ (age + sex)^0 ¦ a sum is raised to a whole number from 2 on ¦ 0 ¦ expected (a + b)^2; a power of a column stands in I(), as I(age^2)
          Surv(time, status) ~ age^sex ¦ a sum is raised to a whole number from 2 on ¦ sex ¦ expected (a + b)^2; a power of a column stands in I(), as I(age^2)
          Surv(time, status) ~ strata(center):age ¦ strata() in an interaction is not supported ¦ strata(center) ¦ an effect for each stratum is written factor(x):z + strata(x)
          Surv(time, status) ~ age * cluster(center) ¦ cluster() in an interaction is not supported ¦ cluster(center) ¦ cluster() stands alone: + cluster(...)
          Surv(time, status) ~ age:offset(kras) ¦ offset() in an interaction is not supported ¦ offset(kras) ¦ offset() stands alone: + offset(...)
          Surv(time, status) ~ strata(sex) + strata(center) + age:strata(center) ¦ strata() in an interaction is not supported ¦ strata(center) ¦ an effect for each stratum is written factor(x):z + strata(x)
          Surv(time, status) ~ I(sex == male) ¦ unknown column 'male' ¦ male ¦ a text stands in quotes: "male"; the columns are: time, status, sex, stage, age, hai, center, nodes, marker, kras
          Surv(time, sex = dead) ~ age ¦ unknown column 'dead' ¦ dead ¦ a text stands in quotes: "dead"; the columns are: time, status, sex, stage, age, hai, center, nodes, marker, kras
          Surv(time, sex IN (x, dead)) ~ age ¦ unknown column 'x' ¦ x ¦ a text stands in quotes: "x"; the columns are: time, status, sex, stage, age, hai, center, nodes, marker, kras
          Surv(time, status) ~ strata() ¦ strata() takes columns only ¦ strata() ¦ expected strata(a) or strata(a, b)
          Surv(time, status) ~ strata(a = sex) ¦ strata() takes columns only ¦ strata(a = sex) ¦ expected strata(a) or strata(a, b)
          Surv(time, status) ~ cluster(center) + cluster(kras) ¦ a second cluster() ¦ cluster(kras) ¦ a formula has one cluster() at most
          Surv(time, status) ~ cluster(kras + 1) ¦ cluster() takes one column ¦ cluster(kras + 1) ¦ expected cluster(id)
          Surv(time, status) ~ age + offset(sex) ¦ an offset is a number ¦ sex ¦ expected a numeric column
          Surv(time, status) ~ offset(age, 2) ¦ offset() takes one argument ¦ offset(age, 2) ¦ expected offset(log(time))
          Surv(time, status) ~ log(strata(sex)) ¦ strata() inside another function ¦ strata(sex) ¦ it stands alone: + strata(...); a comparison stands in I()
          Surv(time, status) ~ log(sex) ¦ 'sex' is text, not numeric ¦ sex ¦ expected numbers; a text is compared as in I(sex == "male")
          Surv(time, status) ~ I(sex + 1) ¦ 'sex' is text, not numeric ¦ sex ¦ expected numbers; a text is compared as in I(sex == "male")
          Surv(time, status) ~ I(sex == stage) ¦ a text column is compared with a text ¦ sex == stage ¦ expected a comparison as sex == "male"
          Surv(time, status) ~ I(sex == 1) ¦ a text column is compared with a text ¦ sex == 1 ¦ expected a comparison as sex == "male"
          Surv(time, status) ~ I(age %in% "a") ¦ %in% looks for numbers in a list of them ¦ age %in% "a" ¦ expected stage %in% c("II", "III") or nodes %in% c(0, 1)
          Surv(time, status) ~ I(sex %in% c(1, 2)) ¦ %in% looks for texts in a list of them ¦ sex %in% c(1, 2) ¦ expected stage %in% c("II", "III") or nodes %in% c(0, 1)
          Surv(time, status) ~ I(age:sex) ¦ ':' is no arithmetic ¦ age:sex ¦ an interaction stands outside of functions and comparisons
          Surv(time, status) ~ I(2) ¦ I(2) is the same for every row ¦ I(2) ¦ expected a column in it
          Surv(time, status) ~ factor(age + nodes) ¦ factor() of several columns is not supported ¦ age + nodes ¦ expected factor(x) of one column, or an interaction a:b
          Surv(time, status) ~ factor(center, levels = 2) ¦ factor() with other arguments ¦ factor(center, levels = 2) ¦ expected factor(x)
          Surv(time, status) ~ log(age, 2, 3) ¦ log() with other arguments ¦ log(age, 2, 3) ¦ expected log(x) or log(x, base)
          Surv(time, status) ~ I(factor(sex) == "male") ¦ a text column is compared with a text ¦ factor(sex) == "male" ¦ expected a comparison as sex == "male"
          Surv(time, status) ~ I(TRUE) ¦ I(TRUE) is the same for every row ¦ I(TRUE) ¦ expected a column in it
          Surv(time, status) ~ age & ¦ the formula ends too early ¦ <end> ¦ expected a column, a number, a function or '('
          Surv(time, status) ~  ¦ the formula ends too early ¦ <end> ¦ expected a column, a number, a function or '('
          Surv(time, status) ~ log(age ¦ the formula ends too early ¦ <end> ¦ expected ')', ',' or an operator
          Surv(time, status) ~ I(age[1]) ¦ unexpected '[' ¦ [ ¦ expected ')', ',' or an operator
          Surv(time, status) ~ sqrt() ¦ sqrt() with other arguments ¦ sqrt() ¦ expected sqrt(x)
          Surv(time, status) ~ 1a ¦ unexpected 'a' ¦ a ¦ expected an operator
          Surv(time, status) ~ I("a" %in% sex) ¦ %in% looks for texts in a list of them ¦ "a" %in% sex ¦ expected stage %in% c("II", "III") or nodes %in% c(0, 1)
          Surv(time, status) ~ strata(agee) ¦ unknown column 'agee' ¦ agee ¦ did you mean 'age'?
          Surv(time, status) ~ offset(agee) ¦ unknown column 'agee' ¦ agee ¦ did you mean 'age'?
          Surv(time, status) ~ cluster(agee) ¦ unknown column 'agee' ¦ agee ¦ did you mean 'age'?
          Surv(time, status) ~ TRUE ¦ a constant is no term ¦ TRUE ¦ expected a column or a function
          time ~ age ¦ unexpected 'time' ¦ time ¦ expected Surv(time, event) or Surv(start, stop, event) on the left of ~
          ~ age ¦ unexpected '~' ¦ ~ ¦ expected Surv(time, event) or Surv(start, stop, event) on the left of ~
          Surv(time) ~ age ¦ Surv() has one argument ¦ Surv(time) ¦ expected Surv(time, event) or Surv(start, stop, event); where every time is an event, write Surv(time, 1)
          Surv(a, b, c, d) ~ x ¦ Surv() has 4 arguments ¦ Surv(a, b, c, d) ¦ expected Surv(time, event) or Surv(start, stop, event)
          Surv(time, status) age ¦ unexpected 'age' ¦ age ¦ expected '~' between Surv() and the variables
          Surv(time, status ~ age ¦ unexpected '~' ¦ ~ ¦ expected ')' to close Surv(
          Surv(time, ) ~ age ¦ unexpected ')' ¦ ) ¦ expected Surv(time, event) or Surv(start, stop, event)
          Surv() ~ age ¦ unexpected ')' ¦ ) ¦ expected Surv(time, event) or Surv(start, stop, event)
          Surv(tme, status) ~ age ¦ unknown column 'tme' ¦ tme ¦ did you mean 'time'?
          Surv(time, status %in% 1) ~ age ¦ '%in%' is R's, an argument of Surv() is SQL ¦ %in% ¦ write IN ('a', 'b')
          Surv(time, status & hai) ~ age ¦ '&' is R's, an argument of Surv() is SQL ¦ & ¦ write AND
          Surv(time, is.na(status)) ~ age ¦ is.na() is R's, an argument of Surv() is SQL ¦ is.na ¦ write x IS NULL
          Surv(time, status = c(1)) ~ age ¦ c() is R's, an argument of Surv() is SQL ¦ c ¦ write IN ('a', 'b')
          Surv(time, statu == 1) ~ age ¦ unknown column 'statu' ¦ statu ¦ did you mean 'status'?
          Surv(time, status ¦ the formula ends too early ¦ <end> ¦ expected ')' to close Surv(
          Surv(time, status) ¦ the formula ends too early ¦ <end> ¦ expected '~' between Surv() and the variables
          Surv(time, status) ~ sex + agee ¦ unknown column 'agee' ¦ agee ¦ did you mean 'age'?
          Surv(time, status) ~ sex + log(stage) ¦ 'stage' is text, not numeric ¦ stage ¦ expected numbers; a text is compared as in I(sex == "male")
          """)
  void aModelIsRefusedInWords(String formula, String problem, String place, String remedy) {
    FormulaException refused =
        refused(
            () -> Formula.parse(formula).model(PEOPLE.schema()).matrix(PEOPLE.levels(List.of())));
    check(refused, formula, problem, place, remedy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ¦ ",
      quoteCharacter = '§',
      textBlock =
          """
          Surv(time, status) ~ sex:hai ¦ the interaction sex:hai has no meaning for groups ¦ sex ¦ join the variables with +: their combinations are the groups
          Surv(time, status) ~ sex + offset(age) ¦ offset() has no meaning for groups ¦ offset(age) ¦ take it out of the formula
          """)
  void groupsAreRefusedInWords(String formula, String problem, String place, String remedy) {
    FormulaException refused = refused(() -> Formula.parse(formula).comparison(PEOPLE.schema()));
    check(refused, formula, problem, place, remedy);
  }

  @Test
  void ofEqualStrataTheOneInTheInteractionIsShown() {
    String formula = "Surv(time, status) ~ strata(center) + age:strata(center)";
    FormulaException refused = refused(() -> Formula.parse(formula).model(PEOPLE.schema()));

    assertThat(refused.span().start()).isEqualTo(formula.lastIndexOf("strata"));
    String groups = "Surv(time, status) ~ sex + age + hai:sex";
    FormulaException ofGroups = refused(() -> Formula.parse(groups).comparison(PEOPLE.schema()));
    assertThat(ofGroups.span().start()).isGreaterThan(groups.indexOf("age"));
  }

  @Test
  void tooManyStrataAreShownFromFirstToLast() {
    String formula =
        "Surv(time, status) ~ kras + strata(age) + hai + strata(nodes) + strata(marker)";
    ModelTerms terms = Formula.parse(formula).model(PEOPLE.schema());
    double[] many = new double[2000];
    java.util.Arrays.setAll(many, i -> i);
    FormulaException refused = refused(() -> terms.matrix(levels(many)));

    assertThat(refused).hasMessageStartingWith("more groups than can be numbered");
    assertThat(refused.span().of(formula))
        .isEqualTo("strata(age) + hai + strata(nodes) + strata(marker)");
  }

  @Test
  void columnsThatAreTakenForNumbersAreTold() {
    String formula =
        "Surv(time / 30, status) ~ age + I(sex == \"male\") + log(nodes) + factor(kras)"
            + " + I(marker > 2) + strata(center) + hai";
    NumberUse use = Formula.parse(formula).numbers(PEOPLE.schema());

    assertThat(use.needed()).containsExactlyInAnyOrder("status", "nodes", "marker");
    assertThat(use.covariates()).containsExactlyInAnyOrder("age", "hai");
    assertThat(use.inSql()).containsExactly("time");
  }

  @Test
  void aFactorWithOneLevelIsNamedAlsoBehindADot() {
    Schema schema = schema("time", ColumnType.NUMERIC, "e", ColumnType.BOOLEAN, "arm");
    ModelTerms terms = Formula.parse("Surv(time, e) ~ .").model(schema);
    FormulaException refused = refused(() -> terms.matrix(levels(List.of("A"))));
    check(
        refused,
        "Surv(time, e) ~ .",
        "arm has one level only, A",
        ".",
        "a factor needs two levels or more: take it out of the formula");
    assertThat(refused(() -> terms.matrix(levels(List.of()))))
        .hasMessageStartingWith("arm has no level");
  }

  @Test
  void tooManyCombinationsAreNotTried() {
    GroupTerms terms = Formula.parse("Surv(time, status) ~ I(age + nodes)").curves(PEOPLE.schema());
    double[] many = new double[2000];
    java.util.Arrays.setAll(many, i -> i);
    FormulaException refused = refused(() -> terms.groups(levels(many)));
    assertThat(refused)
        .hasMessageStartingWith("a group for each value of several columns: too many to try");
    GroupTerms wide =
        Formula.parse("Surv(time, status) ~ age + nodes + kras").curves(PEOPLE.schema());
    assertThat(refused(() -> wide.groups(levels(many))))
        .hasMessageStartingWith("more groups than can be numbered");
  }

  @Test
  void ofManyColumnsTheFirstAreListed() {
    Map<String, ColumnType> types = new LinkedHashMap<>();
    for (int i = 1; i <= 25; i++) {
      types.put("c" + i, ColumnType.NUMERIC);
    }
    Formula formula = Formula.parse("Surv(c1, c2) ~ something");
    assertThat(refused(() -> formula.model(new Schema(types))))
        .hasMessageContaining("the columns are: c1, c2, ")
        .hasMessageEndingWith("c20 and 5 more");
  }

  private static Schema schema(
      String first, ColumnType one, String second, ColumnType two, String text) {
    Map<String, ColumnType> types = new LinkedHashMap<>();
    types.put(first, one);
    types.put(second, two);
    types.put(text, ColumnType.TEXT);
    return new Schema(types);
  }

  private static Levels levels(List<String> texts) {
    return new FixedLevels(texts, new double[0]);
  }

  private static Levels levels(double[] numbers) {
    return new FixedLevels(List.of(), numbers);
  }

  private record FixedLevels(List<String> texts, double[] numbers) implements Levels {
    @Override
    public List<String> texts(LevelNeed need) {
      return texts;
    }

    @Override
    public double[] numbers(LevelNeed need) {
      return numbers;
    }
  }
}
