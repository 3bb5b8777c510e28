package org.hepatica.formula;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Answers with two made-up levels and remembers what it was asked. */
final class LevelRecorder implements Levels {

  private final Set<LevelNeed> needs = new LinkedHashSet<>();

  List<LevelNeed> needs() {
    return List.copyOf(needs);
  }

  @Override
  public List<String> texts(LevelNeed need) {
    needs.add(need);
    return List.of("a", "b");
  }

  @Override
  public double[] numbers(LevelNeed need) {
    needs.add(need);
    return new double[] {1, 2};
  }
}
