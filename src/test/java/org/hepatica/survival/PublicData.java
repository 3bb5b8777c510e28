package org.hepatica.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** A public data set from the CSV that data.R wrote: columns by name, rows that can be filtered. */
public final class PublicData {

  private final List<String> header;
  private final List<String[]> rows;

  private PublicData(List<String> header, List<String[]> rows) {
    this.header = header;
    this.rows = rows;
  }

  public static PublicData of(String name) {
    List<String[]> all = Reference.rows(name);
    return new PublicData(List.of(all.get(0)), all.subList(1, all.size()));
  }

  public PublicData where(String column, String value) {
    int index = header.indexOf(column);
    return new PublicData(header, rows.stream().filter(r -> r[index].equals(value)).toList());
  }

  public PublicData twice() {
    List<String[]> both = new ArrayList<>(rows);
    both.addAll(rows);
    return new PublicData(header, both);
  }

  /** The same with the times changed. */
  public PublicData timed(DoubleUnaryOperator change) {
    int index = header.indexOf("time");
    List<String[]> changed =
        rows.stream()
            .map(
                row -> {
                  String[] copy = row.clone();
                  double time = change.applyAsDouble(Double.parseDouble(row[index]));
                  copy[index] = Double.toString(time);
                  return copy;
                })
            .toList();
    return new PublicData(header, changed);
  }

  public double[] numbers(String column) {
    return Arrays.stream(texts(column)).mapToDouble(Double::parseDouble).toArray();
  }

  public String[] texts(String column) {
    int index = header.indexOf(column);
    return rows.stream().map(row -> row[index]).toArray(String[]::new);
  }

  public double[] time() {
    return numbers("time");
  }

  public boolean[] event() {
    String[] texts = texts("event");
    boolean[] event = new boolean[texts.length];
    IntStream.range(0, texts.length).forEach(i -> event[i] = texts[i].equals("1"));
    return event;
  }

  public SurvivalCounts counts() {
    return SurvivalCounts.of(time(), event());
  }

  /** The groups of a column, in the order of its values. */
  public List<SurvivalCounts> groups(String column) {
    return levels(column).stream().map(level -> where(column, level).counts()).toList();
  }

  /** The groups of a column within each stratum of another. */
  public List<List<SurvivalCounts>> groups(String column, String stratum) {
    List<String> levels = levels(column);
    return levels(stratum).stream()
        .map(s -> where(stratum, s))
        .map(part -> levels.stream().map(level -> part.where(column, level).counts()).toList())
        .toList();
  }

  public List<String> levels(String column) {
    return Arrays.stream(texts(column)).distinct().sorted().toList();
  }

  public int[] codes(String column) {
    List<String> levels = levels(column);
    return Arrays.stream(texts(column)).mapToInt(levels::indexOf).toArray();
  }
}
