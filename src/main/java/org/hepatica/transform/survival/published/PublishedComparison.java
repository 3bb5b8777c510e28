package org.hepatica.transform.survival.published;

import static org.hepatica.transform.survival.published.ResultLookup.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.hepatica.protocol.PublishedNumbers;
import org.hepatica.protocol.PublishedNumbers.Alternative;
import org.hepatica.protocol.PublishedNumbers.Estimate;
import org.hepatica.protocol.PublishedNumbers.HazardRatio;
import org.hepatica.protocol.PublishedNumbers.ModelLine;
import org.hepatica.protocol.PublishedNumbers.Table1Line;
import org.hepatica.protocol.Study;
import org.hepatica.protocol.Study.Model;
import org.hepatica.table.Results;
import org.hepatica.table.TableDefinition;

/** Every printed number beside the pipeline's: rows of {@link Results#PUBLISHED}. */
public final class PublishedComparison {

  private final PublishedNumbers published;
  private final Study study;
  private final ResultLookup results;
  private final EstimateAnswers answers;
  private final List<Row> rows = new ArrayList<>();

  private PublishedComparison(
      PublishedNumbers published,
      Study study,
      Map<TableDefinition, List<Row>> results,
      Map<String, Long> counts) {
    this.published = published;
    this.study = study;
    this.results = new ResultLookup(results);
    this.answers = new EstimateAnswers(published, this.results, counts);
  }

  /**
   * Compares.
   *
   * @param published the printed numbers
   * @param study the protocol
   * @param results the study's result rows
   * @param counts answers to {@link PublishedCounts#wanted}, by key
   */
  public static List<Row> rows(
      PublishedNumbers published,
      Study study,
      Map<TableDefinition, List<Row>> results,
      Map<String, Long> counts) {
    PublishedComparison comparison = new PublishedComparison(published, study, results, counts);
    comparison.estimates();
    published.table1().forEach(comparison::table1);
    study.models().forEach(comparison::model);
    return comparison.rows;
  }

  private void estimates() {
    for (Estimate e : published.estimates()) {
      Computed computed = answers.answer(e);
      String verdict = Verdict.of(computed.value(), e.value(), e.low(), e.high(), e.tolerance());
      add(
          "estimates",
          e.section() + ": " + e.quantity(),
          e.group(),
          e.value(),
          e.low(),
          e.high(),
          e.tolerance(),
          computed,
          verdict,
          e.note());
    }
  }

  private void table1(Table1Line line) {
    for (Map.Entry<String, String> column : line.printed().entrySet()) {
      String level = published.table1Columns().get(column.getKey());
      if (line.variable().equals("n")) {
        size(column.getKey(), level, Double.parseDouble(column.getValue()));
      } else if (line.kind().equals("count")) {
        count(line, column.getKey(), level, Double.parseDouble(column.getValue()));
      } else {
        quantiles(line, column.getKey(), level, column.getValue());
      }
    }
  }

  private void size(String column, String level, double printed) {
    Optional<Row> any = results.find(Results.TABLE1, Results.GROUP, level);
    Double n = number(any, Results.N);
    Double missing = number(any, Results.MISSING);
    exact("n", column, printed, n == null ? null : n + missing, "");
  }

  private void count(Table1Line line, String column, String level, double printed) {
    Double computed = number(find(line, line.level(), level), Results.COUNT);
    exact(line.variable() + ": " + line.level(), column, printed, computed, "");
  }

  /** Printed as median (low-high). */
  private void quantiles(Table1Line line, String column, String level, String printed) {
    String[] parts = printed.replaceAll("[()]", " ").trim().split("\\s+|(?<=\\d)-");
    Optional<Row> row = find(line, "", level);
    String kind = row.map(r -> r.<String>getAs(Results.KIND)).orElse("median-range");
    String ends = kind.equals("median-quartiles") ? "quartile" : "end of the range";
    String[] columns = {Results.MEDIAN, Results.LOW, Results.HIGH};
    String[] names = {"median", "lower " + ends, "upper " + ends};
    for (int i = 0; i < 3; i++) {
      String quantity = line.variable() + ": " + names[i];
      exact(quantity, column, Double.parseDouble(parts[i]), number(row, columns[i]), "");
    }
  }

  private Optional<Row> find(Table1Line line, String level, String group) {
    return results.find(
        Results.TABLE1,
        Results.VARIABLE,
        line.variable(),
        Results.LEVEL,
        level,
        Results.GROUP,
        group);
  }

  private void exact(String quantity, String group, double printed, Double computed, String note) {
    OptionalDouble none = OptionalDouble.empty();
    OptionalDouble exact = OptionalDouble.of(0);
    String verdict = Verdict.of(computed, printed, none, none, exact);
    add(
        "table1",
        quantity,
        group,
        printed,
        none,
        none,
        exact,
        Computed.of(computed),
        verdict,
        note);
  }

  private void model(Model model) {
    String file = model.published().orElse("");
    for (ModelLine line : published.models().getOrDefault(file, List.of())) {
      Optional<String> term =
          model.covariates().stream()
              .filter(name -> study.covariates().get(name).published().equals(line.variable()))
              .findFirst();
      line.univariate().ifPresent(hr -> hazardRatio(model, file, line, "uni", hr, term));
      line.multivariate().ifPresent(hr -> hazardRatio(model, file, line, "multi", hr, term));
    }
  }

  private void hazardRatio(
      Model model,
      String file,
      ModelLine line,
      String column,
      HazardRatio printed,
      Optional<String> term) {
    Optional<Row> row =
        term.flatMap(
            name ->
                results.find(
                    Results.COX,
                    Results.ENDPOINT,
                    model.endpoint(),
                    Results.MODEL,
                    column + "variate",
                    Results.TERM,
                    name));
    Computed computed =
        new Computed(
            number(row, Results.HAZARD_RATIO),
            number(row, Results.HAZARD_RATIO_LOW),
            number(row, Results.HAZARD_RATIO_HIGH));
    Optional<Alternative> reading =
        published.readings().stream()
            .filter(r -> r.file().equals(file) && r.quantity().equals(line.variable()))
            .filter(r -> r.column().equals(column))
            .findFirst();
    OptionalDouble low = bound(reading.map(Alternative::low), printed.low());
    OptionalDouble high = bound(reading.map(Alternative::high), printed.high());
    OptionalDouble none = OptionalDouble.empty();
    String verdict = Verdict.of(computed.value(), printed.estimate(), low, high, none);
    boolean shown = reading.filter(Alternative::shownOnly).isPresent() && computed.value() != null;
    add(
        file,
        line.variable() + ": " + column + "variate",
        "all",
        printed.estimate(),
        OptionalDouble.of(printed.low()),
        OptionalDouble.of(printed.high()),
        none,
        computed,
        shown ? Verdict.SHOWN_ONLY : verdict,
        reading.map(Alternative::note).orElse(""));
  }

  private static OptionalDouble bound(Optional<OptionalDouble> reading, double printed) {
    OptionalDouble other = reading.orElse(OptionalDouble.empty());
    return other.isPresent() ? other : OptionalDouble.of(printed);
  }

  private void add(
      String source,
      String quantity,
      String group,
      double printed,
      OptionalDouble low,
      OptionalDouble high,
      OptionalDouble tolerance,
      Computed computed,
      String verdict,
      String note) {
    Object[] values = {
      source,
      quantity,
      group,
      printed,
      orNull(low),
      orNull(high),
      orNull(tolerance),
      computed.value(),
      computed.low(),
      computed.high(),
      verdict,
      note.isEmpty() ? null : note
    };
    rows.add(new GenericRowWithSchema(values, Results.PUBLISHED.schema()));
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
