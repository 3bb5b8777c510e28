package org.hepatica.transform.cohort;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;
import static org.hepatica.table.Gold.ADT;
import static org.hepatica.table.Gold.AVAL;
import static org.hepatica.table.Gold.AVALU;
import static org.hepatica.table.Gold.CNSDTDSC;
import static org.hepatica.table.Gold.CNSR;
import static org.hepatica.table.Gold.ENDPOINT_PROBLEM;
import static org.hepatica.table.Gold.EVNTDESC;
import static org.hepatica.table.Gold.HAS_ENDPOINT;
import static org.hepatica.table.Gold.IN_ANALYSIS;
import static org.hepatica.table.Gold.ORIGIN;
import static org.hepatica.table.Gold.PARAM;
import static org.hepatica.table.Gold.PARAMCD;
import static org.hepatica.table.Gold.STARTDT;
import static org.hepatica.table.Gold.USUBJID;
import static org.hepatica.table.Registry.CENTER;
import static org.hepatica.table.Registry.OPERATION_DATE;
import static org.hepatica.table.Registry.PATIENT_ID;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.protocol.Study.Endpoint;
import org.hepatica.table.Gold;
import org.hepatica.table.Kind;
import org.hepatica.table.PartialDate;
import org.hepatica.table.Tables;

/**
 * The study's endpoints as CDISC ADaM ADTTE, for every subject that has them.
 *
 * <p>CNSR is the standard's: 0 an event, 1 censored, 2 a competing event. Spark's own censor column
 * (AFTSurvivalRegression) is 1 for an event: the opposite.
 */
public final class Endpoints {

  private static final String OUTCOME = "outcome_of_";

  private Endpoints() {}

  /** Adds which endpoints a subject has, and why it has not the others. */
  static Dataset<Row> availability(Dataset<Row> profile, Study study) {
    Collection<Endpoint> endpoints = study.endpoints().values();
    return outcomes(profile, study)
        .withColumns(
            Map.of(
                HAS_ENDPOINT,
                byName(endpoints, one -> problem(one).isNull()).cast(Kind.BOOLEAN_MAP.type()),
                ENDPOINT_PROBLEM,
                map_filter(
                    byName(endpoints, Endpoints::problem).cast(Kind.TEXT_MAP.type()),
                    (name, reason) -> reason.isNotNull())));
  }

  /** Rows of {@link Gold#TIME_TO_EVENT}, from {@link Gold#SUBJECT}. */
  public static Dataset<Row> derive(Tables tables, Study study) {
    Column[] rows = study.endpoints().values().stream().map(Endpoints::row).toArray(Column[]::new);
    return Tables.shaped(
        outcomes(tables.read(Gold.SUBJECT), study)
            .select(col(CENTER), col(PATIENT_ID).as(USUBJID), col(IN_ANALYSIS), inline(array(rows)))
            .filter(col(AVAL).isNotNull()),
        Gold.TIME_TO_EVENT);
  }

  private static Dataset<Row> outcomes(Dataset<Row> subjects, Study study) {
    Map<String, Column> outcomes = new LinkedHashMap<>();
    for (Endpoint endpoint : study.endpoints().values()) {
      outcomes.put(OUTCOME + endpoint.name(), Outcome.of(endpoint, study));
    }
    return subjects.withColumns(outcomes);
  }

  private static Column outcome(Endpoint endpoint) {
    return col("`" + OUTCOME + endpoint.name() + "`");
  }

  private static Column problem(Endpoint endpoint) {
    return outcome(endpoint).getField(Outcome.PROBLEM);
  }

  private static Column byName(Collection<Endpoint> endpoints, Function<Endpoint, Column> value) {
    Column[] entries =
        endpoints.stream()
            .flatMap(endpoint -> Stream.of(lit(endpoint.name()), value.apply(endpoint)))
            .toArray(Column[]::new);
    return map(entries);
  }

  private static Column row(Endpoint endpoint) {
    Column outcome = outcome(endpoint);
    Column start = when(calendar(), col(OPERATION_DATE));
    Column days = outcome.getField(Outcome.DAYS);
    return struct(
        upper(lit(endpoint.name())).as(PARAMCD),
        lit(endpoint.label()).as(PARAM),
        when(outcome.getField(Outcome.PROBLEM).isNull(), days).as(AVAL),
        lit("DAYS").as(AVALU),
        outcome.getField(Outcome.CENSORING).as(CNSR),
        start.as(STARTDT),
        date_add(start, days).as(ADT),
        outcome.getField(Outcome.EVENT).as(EVNTDESC),
        outcome.getField(Outcome.CENSORED_BY).as(CNSDTDSC),
        outcome.getField(Outcome.ORIGIN).as(ORIGIN));
  }

  private static Column calendar() {
    return not(PartialDate.relative(col(Gold.OPERATION_PRECISION)));
  }
}
