package org.hepatica.job;

import java.util.Locale;
import java.util.Stack;
import org.hepatica.survival.PAdjustment;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/**
 * Adjustments of P values by R's names. The name may be left out, and what follows may be the
 * formula, which is none of them.
 */
final class Adjustments implements ITypeConverter<PAdjustment>, IParameterConsumer {

  private static final PAdjustment USUAL = PAdjustment.HOLM;

  @Override
  public PAdjustment convert(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "holm" -> PAdjustment.HOLM;
      case "bh", "fdr" -> PAdjustment.BENJAMINI_HOCHBERG;
      case "bonferroni" -> PAdjustment.BONFERRONI;
      case "none" -> PAdjustment.NONE;
      default ->
          throw new TypeConversionException(
              "expected holm, bh, bonferroni or none, but was '" + text + "'");
    };
  }

  @Override
  public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
    boolean left = words.isEmpty() || words.peek().contains("~") || words.peek().startsWith("-");
    try {
      option.setValue(left ? USUAL : convert(words.pop()));
    } catch (TypeConversionException e) {
      throw new ParameterException(
          command.commandLine(), "Invalid value for option '--pairwise': " + e.getMessage(), e);
    }
  }
}
