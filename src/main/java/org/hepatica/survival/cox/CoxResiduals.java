package org.hepatica.survival.cox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hepatica.survival.Covariance;

/**
 * Residuals of a Cox model, in the tie method of the fit. Each is of one subject of a row, whatever
 * its frequency; rows never at risk at an event time have 0.
 *
 * <p>Therneau, Grambsch and Fleming 1990, doi:10.1093/biomet/77.1.147; Schoenfeld 1982,
 * doi:10.1093/biomet/69.1.239.
 */
public final class CoxResiduals {

  private final CoxData data;
  private final CoxFit fit;
  private final FittedRows fitted;
  private final RowResiduals residuals;
  private final double[] unit;

  private CoxResiduals(CoxData data, CoxFit fit) {
    this.data = data;
    this.fit = fit;
    fitted = FittedRows.of(data, fit);
    residuals = new RowResiduals(fitted);
    unit = fitted.units();
  }

  /**
   * The residuals of a fit.
   *
   * @param data what was fitted
   * @param fit its fit
   * @return its residuals
   * @throws IllegalArgumentException if a coefficient runs to infinity or ties are exact
   */
  public static CoxResiduals of(CoxData data, CoxFit fit) {
    return new CoxResiduals(data, fit);
  }

  /** The columns of the matrices: those with an estimate. */
  public List<String> columns() {
    return fit.covariance().names();
  }

  /** Martingale residuals: event (0 or 1) less expected events; one a row. */
  public double[] martingale() {
    double[] all = new double[data.size()];
    for (int i = 0; i < fitted.rows.size; i++) {
      all[fitted.rows.row[i]] = residuals.martingale(i);
    }
    return all;
  }

  /** Deviance residuals: martingale residuals made about symmetric; one a row. */
  public double[] deviance() {
    double[] all = martingale();
    for (int i = 0; i < all.length; i++) {
      double event = data.event(i) && data.frequency(i) > 0 ? 1 : 0;
      double log = event == 0 ? 0 : Math.log(event - all[i]);
      all[i] = Math.signum(all[i]) * Math.sqrt(Math.max(0, -2 * (all[i] + event * log)));
    }
    return all;
  }

  /** Score residuals: a subject's part of the gradient; rows times columns. */
  public double[][] score() {
    double[][] all = new double[data.size()][unit.length];
    for (int i = 0; i < fitted.rows.size; i++) {
      double[] score = residuals.score(i);
      for (int j = 0; j < unit.length; j++) {
        all[fitted.rows.row[i]][j] = score[j] * unit[j];
      }
    }
    return all;
  }

  /** The change of each coefficient, about, if a subject is left out, times its case weight. */
  public double[][] dfbeta() {
    double[][] variance = modelCovariance().toArray();
    double[][] all = score();
    for (int i = 0; i < all.length; i++) {
      double[] score = all[i];
      double[] change = new double[score.length];
      for (int j = 0; j < score.length; j++) {
        for (int k = 0; k < score.length; k++) {
          change[j] += data.weight(i) * variance[j][k] * score[k];
        }
      }
      all[i] = change;
    }
    return all;
  }

  /** The same in standard errors of the model. */
  public double[][] dfbetas() {
    Covariance variance = modelCovariance();
    double[][] all = dfbeta();
    for (double[] row : all) {
      for (int j = 0; j < row.length; j++) {
        String name = columns().get(j);
        row[j] /= Math.sqrt(variance.of(name, name));
      }
    }
    return all;
  }

  /** Schoenfeld residuals of the rows with an event, by stratum and ascending time. */
  public List<SchoenfeldResidual> schoenfeld() {
    List<SchoenfeldResidual> all = new ArrayList<>();
    CoxRows rows = fitted.rows;
    int p = unit.length;
    for (int end = rows.size, start; end > 0; end = start) {
      start = end - 1;
      while (start > 0 && rows.last[start - 1] == rows.last[end - 1]) {
        start--;
      }
      for (int i = start; i < end; i++) {
        if (rows.event[i]) {
          double[] residual = new double[p];
          for (int j = 0; j < p; j++) {
            double mean = fitted.steps.meanX()[rows.last[i]][j];
            residual[j] = (rows.x[i * p + j] - mean) * unit[j];
          }
          double time = rows.events.time(rows.last[i]);
          int row = rows.row[i];
          all.add(new SchoenfeldResidual(row, data.stratum(row), time, residual));
        }
      }
    }
    return inStrata(all);
  }

  /** Collected from the last stratum to the first: turned round, stratum by stratum. */
  private static List<SchoenfeldResidual> inStrata(List<SchoenfeldResidual> all) {
    List<SchoenfeldResidual> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingInt(SchoenfeldResidual::stratum));
    return sorted;
  }

  /** Schoenfeld residuals times the covariance and the number of events, plus the coefficient. */
  public List<SchoenfeldResidual> scaledSchoenfeld() {
    double[][] variance = modelCovariance().toArray();
    List<SchoenfeldResidual> all = new ArrayList<>();
    for (SchoenfeldResidual raw : schoenfeld()) {
      double[] scaled = new double[unit.length];
      for (int j = 0; j < scaled.length; j++) {
        for (int k = 0; k < scaled.length; k++) {
          scaled[j] += fit.events() * variance[j][k] * raw.residual()[k];
        }
        scaled[j] += fit.estimate(columns().get(j)).coefficient();
      }
      all.add(new SchoenfeldResidual(raw.row(), raw.stratum(), raw.time(), scaled));
    }
    return all;
  }

  private Covariance modelCovariance() {
    return fit.modelCovariance().orElse(fit.covariance());
  }
}
