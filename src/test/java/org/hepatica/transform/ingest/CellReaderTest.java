package org.hepatica.transform.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hepatica.table.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "null",
      value = {
        "INTEGER;3;3;null",
        "INTEGER;' 3 ';3;null",
        "INTEGER;3.0;3;null",
        "INTEGER;1,234;1234;null",
        "INTEGER;3.5;null;null",
        "INTEGER;99999999999;null;null",
        "NUMBER;1,234.5;1234.5;null",
        "NUMBER;12,5;null;null",
        "NUMBER;NaN;null;null",
        "NUMBER;.;null;null",
        "BOOLEAN;Yes;true;null",
        "BOOLEAN;0;false;null",
        "BOOLEAN;2;null;null",
        "QUANTITY;<0.5;0.5;<",
        "QUANTITY;> 1000;1000.0;>",
        "QUANTITY;>1,234.5;1234.5;>",
        "QUANTITY;7;7.0;null",
        "QUANTITY;<;null;null",
        "DATE;2004-02-29;2004-02-29;day",
        "DATE;2005-02-29;null;null",
        "DATE;2005-03;2005-03-15;month",
        "DATE;2005;2005-07-01;year",
        "DATE;0005-01-01;null;null",
        "DATE;03/04/2005;null;null",
      })
  void textsBecomeValuesOrFaults(Kind kind, String text, String value, String companion) {
    Cell cell = CellReader.read(plan(kind, "yyyy-MM-dd", "yyyy-MM", "yyyy"), List.of(text));
    assertThat(cell.value()).isEqualTo(value);
    assertThat(cell.companion()).isEqualTo(companion);
    assertThat(cell.fault() == null).isEqualTo(value != null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        ".|1,234.5|1234.5",
        ".|12'345|12345.0",
        ".|1\u00A0234\u00A0567.25|1234567.25",
        ".|1 234|null",
        ".|1,234\u00A0567|null",
        ".|12,34|null",
        ",|12,5|12.5",
        ",|-0,5|-0.5",
        ",|1.234,5|1234.5",
        ",|1.234.567|1234567.0",
        ",|1\u202F234,5|1234.5",
        ",|12.5|null",
        ",|1,5e3|1500.0",
        ",|1,2,3|null",
      })
  void numbersHaveTheirDecimalSignAndThousandsInThrees(char sign, String text, String value) {
    ColumnPlan plan = plan(Kind.NUMBER, List.of(), BigDecimal.ONE, false, null, sign);
    assertThat(CellReader.read(plan, List.of(text)).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "1, 1900-01-01",
        "59, 1900-02-28",
        "60, null",
        "61, 1900-03-01",
        "36526, 2000-01-01",
        "36585, 2000-02-29",
        "40179.0, 2010-01-01",
        "40179.5, null",
        "0, null",
        "-1, null",
        "'40,179', null",
        "2010-01-01, null",
        "2958465, null",
      })
  void excelCountsDaysFromTheBeginningOf1900WhichItTakesForALeapYear(String text, String day) {
    Cell cell = CellReader.read(plan(Kind.DATE, "excel-serial"), List.of(text));
    assertThat(cell.value()).isEqualTo(day);
    assertThat(cell.companion()).isEqualTo(day == null ? null : "day");
  }

  @Test
  void anEmptyTextThatSqlGivesIsMissing() {
    assertThat(CellReader.read(plan(Kind.DATE, "yyyy"), List.of(""))).isEqualTo(Cell.MISSING);
  }

  @ParameterizedTest
  @CsvSource({
    "days, 12, 1970-01-13",
    "days, -1, 1969-12-31",
    "months, 117.4, 1979-10-14",
    "years, 2, 1972-01-01",
  })
  void countedDatesStartAtTheArtificialTimeZero(String unit, String text, String day) {
    assertThat(CellReader.read(plan(Kind.DATE, unit), List.of(text)))
        .isEqualTo(new Cell(day, "relative", null));
  }

  @Test
  void countedDatesTakeThePrecisionOfTheirOrigin() {
    ColumnPlan plan =
        plan(
            Kind.DATE,
            List.of("days"),
            BigDecimal.ONE,
            false,
            new ColumnPlan.Origin(1, List.of("yyyy-MM-dd", "yyyy-MM"), List.of()));
    assertThat(CellReader.read(plan, List.of("10", "2001-05-01")))
        .isEqualTo(new Cell("2001-05-11", "day", null));
    assertThat(CellReader.read(plan, List.of("10", "2001-05")))
        .isEqualTo(new Cell("2001-05-25", "month", null));
    assertThat(CellReader.read(plan, Arrays.asList("10", null)).fault()).contains("missing or bad");
  }

  @ParameterizedTest
  @CsvSource({"8.0, 244", "24.0, 730", "117.4, 3573", "26.8, 816", "0, 0"})
  void monthsBecomeDaysAsRRounds(String months, String days) {
    assertThat(
            CellReader.read(
                    plan(Kind.INTEGER, List.of(), Units.DAYS_A_MONTH, true, null), List.of(months))
                .value())
        .isEqualTo(days);
  }

  @Test
  void unitsAreExact() {
    assertThat(Units.factor("size_cm", "mm")).isEqualByComparingTo("0.1");
    assertThat(Units.factor("cea_ng_ml", "ug/L")).isEqualByComparingTo("1");
    assertThat(
            CellReader.read(
                    plan(Kind.QUANTITY, List.of(), new BigDecimal("0.1"), false, null),
                    List.of("<3"))
                .value())
        .isEqualTo("0.3");
  }

  @Test
  void aTextThatIsNoCodeIsBad() {
    ColumnPlan plan =
        new ColumnPlan(
            "sex",
            Kind.TEXT,
            false,
            false,
            List.of("male", "female"),
            Map.of("1", "male"),
            List.of(),
            BigDecimal.ONE,
            false,
            false,
            List.of("9"),
            0,
            null,
            -1,
            Numbers.POINT,
            false);
    assertThat(CellReader.read(plan, List.of("1")).value()).isEqualTo("male");
    assertThat(CellReader.read(plan, List.of("9"))).isEqualTo(Cell.MISSING);
    assertThat(CellReader.read(plan, List.of("2")).fault()).contains("[1]");
  }

  private static ColumnPlan plan(Kind kind, String... formats) {
    return plan(kind, List.of(formats), BigDecimal.ONE, false, null);
  }

  private static ColumnPlan plan(
      Kind kind,
      List<String> formats,
      BigDecimal factor,
      boolean counted,
      ColumnPlan.Origin origin) {
    return plan(kind, formats, factor, counted, origin, Numbers.POINT);
  }

  private static ColumnPlan plan(
      Kind kind,
      List<String> formats,
      BigDecimal factor,
      boolean counted,
      ColumnPlan.Origin origin,
      char decimal) {
    return new ColumnPlan(
        "x", kind, false, false, List.of(), Map.of(), formats, factor, false, counted, List.of(), 0,
        origin, -1, decimal, false);
  }
}
