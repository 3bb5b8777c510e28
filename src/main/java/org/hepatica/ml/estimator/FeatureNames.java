package org.hepatica.ml.estimator;

import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.size;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The names of a vector's elements: those that its attributes have, as {@code VectorAssembler} and
 * {@code OneHotEncoder} give them, else the vector's with a number.
 */
final class FeatureNames {

  private FeatureNames() {}

  /**
   * Distinct also where upper and lower case are one.
   *
   * @throws IllegalArgumentException if nothing tells how many elements the vector has
   */
  static List<String> of(Dataset<?> dataset, String column) {
    AttributeGroup group = AttributeGroup.fromStructField(dataset.schema().apply(column));
    int count = group.size() >= 0 ? group.size() : counted(dataset, column);
    Attribute[] attributes = group.attributes().isDefined() ? group.attributes().get() : null;
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String plain = column + "_" + i;
      boolean named = attributes != null && attributes[i].name().isDefined();
      String own = named ? attributes[i].name().get().replace('`', '\'').strip() : plain;
      names.add(free(own.isEmpty() ? plain : own, taken));
    }
    return names;
  }

  /** The name, or the name with a number that makes it different from all that are taken. */
  static String free(String name, Set<String> taken) {
    return IntStream.iterate(1, i -> i + 1)
        .mapToObj(i -> i == 1 ? name : name + "_" + i)
        .filter(candidate -> taken.add(candidate.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow();
  }

  private static int counted(Dataset<?> dataset, String column) {
    List<Row> first =
        dataset
            .where(dataset.col(column).isNotNull())
            .limit(1)
            .select(size(vector_to_array(dataset.col(column), "float64")))
            .collectAsList();
    if (first.isEmpty()) {
      throw new IllegalArgumentException(
          "column %s has no attributes and no row: nothing tells how many covariates it has"
              .formatted(column));
    }
    return first.get(0).getInt(0);
  }
}
