package org.hepatica.ml;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.ml.collapse.PatternCounts;

/**
 * A number for each cluster: a number's own, a text's place among all of them.
 *
 * @param texts the names of clusters, sorted; empty where numbers name them
 */
record ClusterCodes(List<String> texts) implements Serializable {

  /** Of the clusters that patterns have. */
  static ClusterCodes among(PatternCounts counts, Frame frame, RowMeaning meaning) {
    if (meaning.cluster().isEmpty() || !frame.isText(meaning.cluster().get())) {
      return new ClusterCodes(List.of());
    }
    int place = frame.columns().indexOf(meaning.cluster().get());
    return sorted(counts.patterns().stream().map(pattern -> pattern.get(place)));
  }

  /** Of the clusters in a dataset. */
  static ClusterCodes among(Dataset<Row> data, Frame frame, RowMeaning meaning) {
    return meaning
        .cluster()
        .filter(frame::isText)
        .map(column -> sorted(Scanned.distinct(data, Frame.named(column)).stream()))
        .orElse(new ClusterCodes(List.of()));
  }

  private static ClusterCodes sorted(Stream<Object> names) {
    return new ClusterCodes(names.map(name -> (String) name).distinct().sorted().toList());
  }

  double of(Object cluster) {
    return cluster instanceof String text
        ? Collections.binarySearch(texts, text)
        : (Double) cluster;
  }
}
