package org.hepatica.job;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hepatica.benchmark.Contender;
import org.hepatica.benchmark.RefreshScenario;
import org.hepatica.benchmark.SurvivalTask;
import org.hepatica.survival.cox.Ties;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Words as they are typed: the benchmark's, and treatments of ties. */
final class Labels {

  private Labels() {}

  /** km, logrank, cox5, cox7, cox7-strata. */
  static final class Tasks implements ITypeConverter<SurvivalTask> {
    @Override
    public SurvivalTask convert(String text) {
      return found(List.of(SurvivalTask.values()), SurvivalTask::label, text);
    }
  }

  /** hepatica, hepatica-bare, r-typed, r-bare, scan. */
  static final class Contenders implements ITypeConverter<Contender> {
    @Override
    public Contender convert(String text) {
      return found(List.of(Contender.values()), Contender::label, text);
    }
  }

  /** unchanged, snapshot, changes, kills. */
  static final class Scenarios implements ITypeConverter<RefreshScenario> {
    @Override
    public RefreshScenario convert(String text) {
      return found(List.of(RefreshScenario.values()), RefreshScenario::label, text);
    }
  }

  /** efron, breslow, exact. */
  static final class Treatments implements ITypeConverter<Ties> {
    @Override
    public Ties convert(String text) {
      return found(
          List.of(Ties.values()),
          ties -> ties.name().toLowerCase(Locale.ROOT),
          text.toLowerCase(Locale.ROOT));
    }
  }

  private static <T> T found(List<T> all, Function<T, String> label, String text) {
    Stream<T> named = all.stream().filter(one -> label.apply(one).equals(text));
    return named
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected %s, but was '%s'"
                        .formatted(
                            all.stream().map(label).collect(Collectors.joining(", ")), text)));
  }
}
