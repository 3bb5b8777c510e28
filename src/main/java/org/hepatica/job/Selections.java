package org.hepatica.job;

import java.util.Locale;
import org.hepatica.survival.cox.SelectionCriterion;
import org.hepatica.survival.cox.SelectionDirection;
import org.hepatica.survival.cox.StepwiseSelection;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A selection as it is typed: {@code backward:0.05}, {@code both:aic}. */
final class Selections implements ITypeConverter<StepwiseSelection> {

  @Override
  public StepwiseSelection convert(String text) {
    String[] parts = text.toLowerCase(Locale.ROOT).split(":", -1);
    if (parts.length != 2) {
      throw refused(text);
    }
    StepwiseSelection selection = StepwiseSelection.withDefaults().with(direction(parts[0], text));
    if (parts[1].equals("aic")) {
      return selection.with(SelectionCriterion.AIC);
    }
    try {
      return selection.with(SelectionCriterion.P_VALUE).withThreshold(Double.parseDouble(parts[1]));
    } catch (IllegalArgumentException e) {
      throw refused(text);
    }
  }

  private static SelectionDirection direction(String word, String text) {
    for (SelectionDirection direction : SelectionDirection.values()) {
      if (direction.name().toLowerCase(Locale.ROOT).equals(word)) {
        return direction;
      }
    }
    throw refused(text);
  }

  private static TypeConversionException refused(String text) {
    return new TypeConversionException(
        "expected backward, forward or both, then : and aic or a P in (0, 1], as in backward:0.05,"
            + " but was '"
            + text
            + "'");
  }
}
