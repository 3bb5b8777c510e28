package org.hepatica.job;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hepatica.benchmark.Contender;
import org.hepatica.benchmark.SurvivalTask;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The benchmark's words, as they are typed. */
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
