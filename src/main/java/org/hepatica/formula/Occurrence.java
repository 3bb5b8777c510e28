package org.hepatica.formula;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where in a formula a variable stands that is named more than once: expanded to terms, equal ones
 * are one, and know the first place only.
 */
final class Occurrence {

  private Occurrence() {}

  /**
   * The variable's place inside an interaction.
   *
   * @param right side of the formula
   * @param variable of a term of it
   */
  static Span inInteraction(Expression right, Variable variable) {
    return find(right, variable.label(), false).orElse(variable.expression().span());
  }

  private static Optional<Span> find(Expression in, String label, boolean inside) {
    if (inside && ExpressionText.of(in).equals(label)) {
      return Optional.of(in.span());
    } else if (in instanceof Expression.Group group) {
      return find(group.inner(), label, inside);
    } else if (in instanceof Expression.Binary binary) {
      boolean joins = inside || isInteraction(binary.operator());
      return Stream.of(binary.left(), binary.right())
          .flatMap(side -> find(side, label, joins).stream())
          .findFirst();
    }
    return Optional.empty();
  }

  private static boolean isInteraction(Operator operator) {
    return switch (operator) {
      case COLON, TIMES, OVER, IN, POWER -> true;
      default -> false;
    };
  }
}
