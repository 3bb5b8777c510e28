package org.hepatica.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

  private static SqlText event(String argument) {
    return Formula.parse("Surv(time, " + argument + ") ~ 1").response().event();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "age",
        "1",
        "age * sex - age + strata(a, b) + offset(log(n))",
        "(a + b)^2",
        "-a + !b",
        "I(a/b) + I(a%%b) + I(a%/%b) + I(-a^2) + I((-a)^2) + I(a^-1) + I(2^3^2)",
        "I(a == \"x\") + I(a %in% c(\"x\", \"say \\\"y\\\"\", \"a\\\\b\\n\"))",
        "`my col`:`1a` + `if` + .x + a.b + É",
        "I(!a & b | c) + I(a <= 1e-05) + log(a, base = 2)",
        ". - id",
        "a:b %in% c/d",
        "factor(x) * g(y)",
      })
  void whatIsPrintedReadsTheSame(String right) {
    String text = "Surv(t, e) ~ " + right;
    assertThat(Formula.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a+b*c|a + b * c",
        "I( age>60 )|I(age > 60)",
        "I(100000*a)|I(1e+05 * a)",
        "I(1L + 0x10)|I(1 + 16)",
        "I(a!=.5)|I(a != 0.5)",
        "I('q'==a)|I(\"q\" == a)",
        "`age`|age",
        "a%in%b|a %in% b",
        "log( a,2 )|log(a, 2)",
      })
  void itIsPrintedAsRPrintsIt(String typed, String printed) {
    assertThat(Formula.parse("Surv(t, e) ~" + typed)).hasToString("Surv(t, e) ~ " + printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "-a^2;-(a^2)",
        "a^b^c;a^(b^c)",
        "a-b-c;(a-b)-c",
        "a:b*c;(a:b)*c",
        "-a:b;(-a):b",
        "!a==b;!(a==b)",
        "a&b|c;(a&b)|c",
        "a%in%b:c;a%in%(b:c)",
        "a*b%in%c;a*(b%in%c)",
        "2^-1:3;(2^(-1)):3",
        "a+b>c;(a+b)>c",
      })
  void operatorsBindAsInR(String typed, String meant) {
    assertThat(shape(typed)).isEqualTo(shape(meant));
  }

  private static String shape(String right) {
    return shape(Formula.parse("Surv(t, e) ~ " + right).right());
  }

  private static String shape(Expression expression) {
    if (expression instanceof Expression.Group group) {
      return shape(group.inner());
    } else if (expression instanceof Expression.Prefix prefix) {
      return "(" + prefix.symbol() + shape(prefix.operand()) + ")";
    } else if (expression instanceof Expression.Binary binary) {
      return "(" + shape(binary.left()) + binary.operator() + shape(binary.right()) + ")";
    }
    return ExpressionText.of(expression);
  }

  @Test
  void survHasTimeAndEvent() {
    SurvivalResponse response = Formula.parse("Surv(time, status) ~ age").response();
    assertThat(response.start()).isEmpty();
    assertThat(response.time().column()).contains("time");
    assertThat(response.event().column()).contains("status");
    assertThat(response.event().sql()).isEqualTo("`status`");
  }

  @Test
  void survHasStartStopAndEvent() {
    SurvivalResponse response = Formula.parse("Surv(start, end, `my event`) ~ age").response();
    assertThat(response.start().orElseThrow().column()).contains("start");
    assertThat(response.time().sql()).isEqualTo("`end`");
    assertThat(response.event().sql()).isEqualTo("`my event`");
    assertThat(response.columns()).containsExactly("start", "end", "my event");
  }

  @Test
  void aTimeMayBeComputed() {
    SqlText time = Formula.parse("Surv(months * 30.4375, status) ~ 1").response().time();
    assertThat(time.sql()).isEqualTo("months * 30.4375");
    assertThat(time.columns()).containsExactly("months");
    assertThat(time.column()).isEmpty();
  }

  @Test
  void anEventMayBeSql() {
    SqlText event = event("OS_STATUS == \"1:DECEASED\"");
    assertThat(event.sql()).isEqualTo("OS_STATUS = '1:DECEASED'");
    assertThat(event.columns()).containsExactly("OS_STATUS");
  }

  @Test
  void textsBecomeSqlLiterals() {
    assertThat(event("x != \"it's\"").sql()).isEqualTo("x != 'it\\'s'");
    assertThat(event("x = 'a'").sql()).isEqualTo("x = 'a'");
    assertThat(event("x = \"a\\\\b\"").sql()).isEqualTo("x = 'a\\\\b'");
  }

  @Test
  void columnsOfSqlAreFoundAmongItsWords() {
    SqlText event =
        event("CASE WHEN `my col` IN (1, 2) AND cast(b AS int) = 1 THEN 1 ELSE c.d END");
    assertThat(event.sql())
        .isEqualTo("CASE WHEN `my col` IN (1, 2) AND cast(b AS int) = 1 THEN 1 ELSE `c.d` END");
    assertThat(event.columns()).containsExactly("my col", "b", "c.d");
  }

  @Test
  void aColumnMayBeCalledAsAWordOfSqlElsewhere() {
    assertThat(event("end > date").columns()).containsExactly("end", "date");
    assertThat(event("day > date '2020-01-01'").columns()).containsExactly("day");
  }

  @Test
  void aConstantEventNamesNoColumn() {
    assertThat(event("1").columns()).isEmpty();
    assertThat(event("TRUE").sql()).isEqualTo("TRUE");
  }
}
