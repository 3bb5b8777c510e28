package org.hepatica.transform.risk;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.hepatica.table.Gold.SCORE;
import static org.hepatica.table.Gold.SCORE_LOWER;
import static org.hepatica.table.Gold.SCORE_MISSING;
import static org.hepatica.table.Gold.SCORE_UPPER;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.protocol.Study.Component;
import org.hepatica.protocol.Study.Score;

/**
 * The study's score: a point a component.
 *
 * <p>With S the sum over known components, of which m are missing, the bounds are S and S + m, and
 * the score is S when m = 0.
 */
final class Scores {

  private static final String POINTS = "score_points";
  private static final String READY = "score_ready";

  private Scores() {}

  /** Adds score, bounds and missing components; a ready-made score within the bounds decides. */
  static Dataset<Row> score(Dataset<Row> profile, Study study) {
    Dataset<Row> derived =
        study.score().map(score -> summed(profile, score)).orElseGet(() -> unscored(profile));
    Column ready = when(fits(Ready.value(SCORE)), Ready.value(SCORE));
    return derived.withColumn(READY, when(col(SCORE).isNull(), ready)).transform(Scores::decided);
  }

  private static Dataset<Row> summed(Dataset<Row> profile, Score score) {
    List<Component> components = score.components();
    return profile
        .withColumn(POINTS, struct(components.stream().map(Scores::named).toArray(Column[]::new)))
        .withColumn(SCORE_LOWER, sum(components, false))
        .withColumn(SCORE_UPPER, sum(components, true))
        .withColumn(SCORE_MISSING, missing(components))
        .withColumn(SCORE, when(size(col(SCORE_MISSING)).equalTo(0), col(SCORE_LOWER)));
  }

  private static Dataset<Row> unscored(Dataset<Row> profile) {
    Column none = lit(null).cast("int");
    return profile
        .withColumn(SCORE, none)
        .withColumn(SCORE_LOWER, none)
        .withColumn(SCORE_UPPER, none)
        .withColumn(SCORE_MISSING, lit(null));
  }

  private static Column named(Component component) {
    return Points.of(component).as(component.name());
  }

  private static Column known(Component component) {
    return col(POINTS).getField(component.name());
  }

  private static Column sum(List<Component> components, boolean missing) {
    return components.stream()
        .map(component -> coalesce(known(component), lit(missing)).cast("int"))
        .reduce(lit(0), Column::plus);
  }

  private static Column missing(List<Component> components) {
    Column[] names =
        components.stream()
            .map(component -> when(known(component).isNull(), lit(component.name())))
            .toArray(Column[]::new);
    return array_compact(array(names));
  }

  private static Column fits(Column ready) {
    return coalesce(ready.between(col(SCORE_LOWER), col(SCORE_UPPER)), lit(true));
  }

  private static Dataset<Row> decided(Dataset<Row> scored) {
    Column ready = col(READY);
    return Origins.note(scored, SCORE, ready.isNotNull())
        .withColumn(SCORE, coalesce(col(SCORE), ready))
        .withColumn(SCORE_LOWER, coalesce(ready, col(SCORE_LOWER)))
        .withColumn(SCORE_UPPER, coalesce(ready, col(SCORE_UPPER)));
  }
}
