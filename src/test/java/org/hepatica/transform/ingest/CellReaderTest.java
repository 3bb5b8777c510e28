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
    return new ColumnPlan(
        "x", kind, false, false, List.of(), Map.of(), formats, factor, false, counted, List.of(), 0,
        origin, -1, false);
  }
}
