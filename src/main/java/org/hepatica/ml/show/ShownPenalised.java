package org.hepatica.ml.show;

import java.util.List;
import org.hepatica.ml.PenalisedModel;

/** A Cox model with an elastic net: estimates without standard errors. */
public final class ShownPenalised implements ShownColumns {

  private static final int DIGITS = 4;
  private static final int LOG_LIKELIHOOD_DIGITS = 7;

  private final PenalisedModel model;
  private final String call;
  private final ModelResult result;

  private ShownPenalised(PenalisedModel model, String call) {
    this.model = model;
    this.call = call;
    this.result = ModelResult.of(model);
  }

  /**
   * A model to be written.
   *
   * @param model the result
   * @param call what was asked, as the text's first lines have it
   */
  public static ShownPenalised of(PenalisedModel model, String call) {
    return new ShownPenalised(model, call);
  }

  @Override
  public String text() {
    String omitted = model.missing() == 0 ? "" : "   (" + Omitted.words(model.missing()) + ")\n";
    return "Call:\n%s\n\n  n= %d, number of events= %d \n%s\n%s\n%s%s%s"
        .formatted(
            call,
            model.n(),
            model.events(),
            omitted,
            estimates(),
            result.penalty().text(),
            "Log partial likelihood: %s, of no column %s\n".formatted(likelihood(1), likelihood(0)),
            concordance());
  }

  private String estimates() {
    List<ModelTerm> terms = result.terms();
    return new TextMatrix(terms.stream().map(ModelTerm::term).toList())
        .numbers("coef", CoefficientTable.each(terms, ModelTerm::estimate), DIGITS)
        .numbers("exp(coef)", CoefficientTable.each(terms, ModelTerm::hazardRatio), DIGITS)
        .text();
  }

  private String likelihood(int place) {
    return Digits.format(result.loglik().get(place), LOG_LIKELIHOOD_DIGITS);
  }

  private String concordance() {
    FitDiagnostics.Concordance of = result.concordance();
    return of == null
        ? ""
        : "Concordance= %s\n".formatted(Digits.format(Digits.round(of.estimate(), 3), DIGITS));
  }

  @Override
  public ModelResult result() {
    return result;
  }

  @Override
  public List<String> warnings() {
    return model.warnings();
  }

  @Override
  public long missing() {
    return model.missing();
  }
}
