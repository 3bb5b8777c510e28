package org.hepatica.ml.show;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Curves as a table: a row a time of a group, the group's summary on every row. What was asked for
 * beyond the usual follows in columns of its own.
 */
final class CurvesCsv {

  /** The columns that are always there: of a group, and of a step. */
  private static final int USUAL = 8;

  private final List<CurveGroup> groups;
  private final List<ShownContrast> contrasts;

  CurvesCsv(List<CurveGroup> groups, List<ShownContrast> contrasts) {
    this.groups = groups;
    this.contrasts = contrasts;
  }

  String csv() {
    List<String> heads = new ArrayList<>(usual(Tidy.heads(CurveGroup.class)));
    heads.addAll(usual(Tidy.heads(CurveStep.class)));
    heads.addAll(special(Tidy.heads(CurveGroup.class)));
    heads.addAll(special(Tidy.heads(CurveStep.class)));
    groups.stream().limit(1).flatMap(CurvesCsv::quantileHeads).forEach(heads::add);
    heads.addAll(contrasts.isEmpty() ? List.of() : contrastColumns());
    List<List<String>> rows = groups.stream().flatMap(this::rows).toList();
    return dropped(heads, rows);
  }

  private static List<String> usual(List<String> all) {
    return all.subList(0, USUAL);
  }

  private static List<String> special(List<String> all) {
    return all.subList(USUAL, all.size());
  }

  private static Stream<String> quantileHeads(CurveGroup group) {
    return quantiles(group).stream()
        .map(q -> "quantile_" + q.probability())
        .flatMap(name -> Stream.of(name, name + "_conf_low", name + "_conf_high"));
  }

  private static List<CurveQuantile> quantiles(CurveGroup group) {
    return Objects.requireNonNullElse(group.quantiles(), List.of());
  }

  private static List<String> contrastColumns() {
    List<String> all = Tidy.heads(ShownContrast.class);
    return all.subList(1, all.size());
  }

  /** A group without a row of its own time keeps one with its summary. */
  private Stream<List<String>> rows(CurveGroup group) {
    List<String> summary = Tidy.cells(group);
    List<String> after = new ArrayList<>();
    quantiles(group).forEach(q -> after.addAll(Tidy.cells(q).subList(1, 4)));
    if (!contrasts.isEmpty()) {
      after.addAll(contrast(group));
    }
    int width = Tidy.heads(CurveStep.class).size();
    return group.curve().isEmpty()
        ? Stream.of(row(summary, Collections.nCopies(width, ""), after))
        : group.curve().stream().map(step -> row(summary, Tidy.cells(step), after));
  }

  private List<String> contrast(CurveGroup group) {
    return contrasts.stream()
        .filter(contrast -> contrast.group().equals(group.group()))
        .findFirst()
        .map(contrast -> Tidy.cells(contrast).subList(1, contrastColumns().size() + 1))
        .orElse(Collections.nCopies(contrastColumns().size(), ""));
  }

  private static List<String> row(List<String> group, List<String> step, List<String> after) {
    return Stream.of(usual(group), usual(step), special(group), special(step), after)
        .flatMap(List::stream)
        .toList();
  }

  /** Without the special columns of weights and late entries where there are none. */
  private static String dropped(List<String> heads, List<List<String>> rows) {
    int last = 2 * USUAL + special(Tidy.heads(CurveGroup.class)).size();
    last += special(Tidy.heads(CurveStep.class)).size();
    int end = last;
    int[] kept =
        IntStream.range(0, heads.size())
            .filter(
                j -> j < 2 * USUAL || j >= end || rows.stream().anyMatch(r -> !r.get(j).isEmpty()))
            .toArray();
    return Tidy.csv(
        IntStream.of(kept).mapToObj(heads::get).toList(),
        rows.stream().map(row -> IntStream.of(kept).mapToObj(row::get).toList()).toList());
  }
}
