package org.hepatica.ml.show;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What was taken off a likelihood, as it is written.
 *
 * @param type {@code firth} or {@code elastic_net}
 * @param regParam strength of the elastic net
 * @param elasticNet its mixing: 1 is the lasso, 0 ridge
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShownPenalty(String type, Double regParam, Double elasticNet) {

  private static final int DIGITS = 7;

  static ShownPenalty firth() {
    return new ShownPenalty("firth", null, null);
  }

  static ShownPenalty elasticNet(double regParam, double mixing) {
    return new ShownPenalty("elastic_net", regParam, mixing);
  }

  String text() {
    return regParam == null
        ? "  (Note: of Firth's penalised likelihood, as are its tests.)\n"
        : "Elastic net: penalty %s, of which lasso %s\n"
            .formatted(Digits.format(regParam, DIGITS), Digits.format(elasticNet, DIGITS));
  }
}
