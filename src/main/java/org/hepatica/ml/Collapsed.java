package org.hepatica.ml;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.hepatica.formula.Input;
import org.hepatica.ml.collapse.Layout;
import org.hepatica.ml.collapse.Limits;
import org.hepatica.ml.collapse.PatternCounter;
import org.hepatica.ml.collapse.PatternCounts;
import org.hepatica.ml.scan.Scan;

/** A frame's rows, counted. */
final class Collapsed {

  private static final int DEPTH = 2;

  private Collapsed() {}

  /** Counts a frame in one scan; the result says so when there is too much to count. */
  static PatternCounts of(Frame frame, Limits limits) {
    Layout layout = frame.layout();
    JavaRDD<PatternCounts> parts =
        Scan.partitions(frame.rows(), chunks -> PatternCounter.count(chunks, layout, limits));
    return parts.getNumPartitions() == 0
        ? PatternCounts.none()
        : parts.treeReduce(PatternCounts::merge, DEPTH);
  }

  /** A pattern's values as a row of the inputs that a formula's programs read. */
  static double[] row(List<Object> pattern, List<Input> inputs, Frame frame) {
    double[] row = new double[inputs.size()];
    for (int i = 0; i < row.length; i++) {
      Object value = pattern.get(frame.columns().indexOf(inputs.get(i).column()));
      row[i] = value instanceof String text ? inputs.get(i).placeOf(text) : ((Double) value);
    }
    return row;
  }

  /** Columns in the order of their first mention, each once. */
  static List<String> distinct(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    second.stream().filter(column -> !all.contains(column)).forEach(all::add);
    return all.stream().distinct().toList();
  }
}
