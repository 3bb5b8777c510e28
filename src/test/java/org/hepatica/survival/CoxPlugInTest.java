package org.hepatica.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.hepatica.survival.cox.ColumnScale;
import org.hepatica.survival.cox.CoxAccumulator;
import org.hepatica.survival.cox.CoxData;
import org.hepatica.survival.cox.CoxDerivatives;
import org.hepatica.survival.cox.CoxFit;
import org.hepatica.survival.cox.CoxObjective;
import org.hepatica.survival.cox.CoxRegression;
import org.hepatica.survival.cox.CoxSource;
import org.hepatica.survival.cox.ElasticNet;
import org.hepatica.survival.cox.ElasticNetFit;
import org.hepatica.survival.cox.EventTime;
import org.hepatica.survival.cox.RiskSums;
import org.hepatica.survival.cox.SubjectTotals;
import org.hepatica.survival.cox.Ties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sums added up elsewhere, by the public interface alone, give the fit of the rows. */
class CoxPlugInTest {

  private static final List<String> NAMES = List.of("age", "karno");

  private static final PublicData LUNG = PublicData.of("lung").timed(t -> Math.ceil(t / 60));
  private static final double[] TIME = LUNG.time();
  private static final boolean[] EVENT = LUNG.event();
  private static final double[][] X = {LUNG.numbers("age"), LUNG.numbers("karno")};

  /** Two parts, each with a table of sums a time, merged before the sums over later times. */
  private record Parts(Ties ties) implements CoxSource {

    @Override
    public List<String> names() {
      return NAMES;
    }

    @Override
    public SubjectTotals totals() {
      long events = LUNG.texts("event").length;
      return new SubjectTotals(events, LUNG.where("event", "1").time().length);
    }

    @Override
    public ColumnScale scale() {
      double[] centre = {62, 80};
      double[] deviation = new double[2];
      double[] range = new double[2];
      for (int j = 0; j < 2; j++) {
        double mean = Arrays.stream(X[j]).average().orElseThrow();
        double square = Arrays.stream(X[j]).map(x -> (x - mean) * (x - mean)).average().orElse(0);
        deviation[j] = Math.sqrt(square);
        range[j] = Arrays.stream(X[j]).max().orElse(0) - Arrays.stream(X[j]).min().orElse(0);
      }
      return ColumnScale.of(centre, deviation, range);
    }

    @Override
    public CoxObjective objective(int[] columns) {
      return beta -> derivatives(columns, beta);
    }

    private CoxDerivatives derivatives(int[] columns, double[] beta) {
      int p = columns.length;
      CoxAccumulator sum = new CoxAccumulator(ties, p);
      RiskSums atRisk = new RiskSums(p);
      for (double time = 40; time >= 0; time--) {
        for (int part = 0; part < 2; part++) {
          atRisk.merge(sums(part, time, false, columns, beta));
        }
        EventTime at = new EventTime(atRisk, p);
        for (int part = 0; part < 2; part++) {
          addDeaths(at, part, time, columns, beta);
        }
        sum.add(at);
      }
      return sum.derivatives();
    }

    private double[] row(int i, int[] columns) {
      ColumnScale scale = scale();
      return Arrays.stream(columns).mapToDouble(j -> scale.standardise(X[j][i], j)).toArray();
    }

    private static double dot(double[] a, double[] b) {
      double sum = 0;
      for (int j = 0; j < a.length; j++) {
        sum += a[j] * b[j];
      }
      return sum;
    }

    private RiskSums sums(int part, double time, boolean dead, int[] columns, double[] beta) {
      RiskSums sums = new RiskSums(columns.length);
      for (int i = part; i < TIME.length; i += 2) {
        if (TIME[i] == time && (EVENT[i] || !dead)) {
          double[] x = row(i, columns);
          sums.add(dot(beta, x), 1, x, 0);
        }
      }
      return sums;
    }

    private void addDeaths(EventTime at, int part, double time, int[] columns, double[] beta) {
      long count = 0;
      double eta = 0;
      double[] x = new double[columns.length];
      for (int i = part; i < TIME.length; i += 2) {
        if (TIME[i] == time && EVENT[i]) {
          double[] row = row(i, columns);
          count++;
          eta += dot(beta, row);
          for (int j = 0; j < x.length; j++) {
            x[j] += row[j];
          }
        }
      }
      if (count > 0) {
        at.addDeaths(sums(part, time, true, columns, beta), count, count, eta, x);
      }
    }
  }

  private static CoxData rows() {
    double[][] rows = new double[TIME.length][];
    Arrays.setAll(rows, i -> new double[] {X[0][i], X[1][i]});
    return CoxData.of(TIME, EVENT, rows, NAMES);
  }

  @ParameterizedTest
  @EnumSource(
      value = Ties.class,
      names = {"EFRON", "BRESLOW"})
  void mergedSumsGiveTheFitOfTheRows(Ties ties) {
    CoxRegression cox = CoxRegression.withDefaults().with(ties);
    CoxFit plugged = cox.fit(new Parts(ties), new double[] {0.01, -0.01});
    CoxFit direct = cox.fit(rows());

    assertThat(plugged.n()).isEqualTo(direct.n());
    assertThat(plugged.events()).isEqualTo(direct.events());
    assertThat(plugged.logLikelihood()).isCloseTo(direct.logLikelihood(), within(1e-10));
    assertThat(plugged.logLikelihoodNull()).isCloseTo(direct.logLikelihoodNull(), within(1e-10));
    for (String name : NAMES) {
      WaldEstimate expected = direct.coefficient(name).estimate().orElseThrow();
      WaldEstimate actual = plugged.coefficient(name).estimate().orElseThrow();
      assertThat(actual.coefficient()).isCloseTo(expected.coefficient(), within(1e-12));
      assertThat(actual.stdError()).isCloseTo(expected.stdError(), within(1e-12));
    }
  }

  @Test
  void theElasticNetTakesThemToo() {
    ElasticNet lasso = ElasticNet.withDefaults();
    ElasticNetFit plugged = lasso.path(new Parts(Ties.EFRON), TIME.length, 0.02).get(0);
    ElasticNetFit direct = lasso.path(rows(), 0.02).get(0);
    assertThat(plugged.coefficient("karno"))
        .isNegative()
        .isCloseTo(direct.coefficient("karno"), within(1e-12));
  }
}
