package org.hepatica.transform.risk;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
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
import org.hepatica.table.Kind;
import org.hepatica.table.Let;

/**
 * The study's score: a point a component.
 *
 * <p>With S the sum over known components, of which m are missing, the bounds are S and S + m, and
 * the score is S when m = 0.
 */
final class Scores {

  private static final String WORKING = "score_working";
  private static final List<String> FIELDS =
      List.of(SCORE, SCORE_LOWER, SCORE_UPPER, SCORE_MISSING, Origins.READY);

  private Scores() {}

  /** Adds score, bounds and missing components; a ready-made score within the bounds decides. */
  static Dataset<Row> score(Dataset<Row> profile, Study study) {
    Column bounds = study.score().map(Scores::bounds).orElseGet(Scores::unscored);
    Column score = Let.in(bounds, known -> Let.in(ready(known), ready -> decided(known, ready)));
    return Let.columns(profile, WORKING, score, FIELDS);
  }

  private static Column bounds(Score score) {
    List<Component> components = score.components();
    Column[] points = components.stream().map(Scores::named).toArray(Column[]::new);
    return Let.in(
        struct(points),
        known ->
            struct(
                sum(known, components, false).as(SCORE_LOWER),
                sum(known, components, true).as(SCORE_UPPER),
                missing(known, components).as(SCORE_MISSING)));
  }

  private static Column unscored() {
    return struct(
        lit(null).cast("int").as(SCORE_LOWER),
        lit(null).cast("int").as(SCORE_UPPER),
        lit(null).cast(Kind.TEXTS.type()).as(SCORE_MISSING));
  }

  private static Column named(Component component) {
    return Points.of(component).as(component.name());
  }

  private static Column sum(Column points, List<Component> components, boolean missing) {
    return components.stream()
        .map(one -> coalesce(points.getField(one.name()), lit(missing)).cast("int"))
        .reduce(lit(0), Column::plus);
  }

  private static Column missing(Column points, List<Component> components) {
    Column[] names =
        components.stream()
            .map(one -> when(points.getField(one.name()).isNull(), lit(one.name())))
            .toArray(Column[]::new);
    return array_compact(array(names));
  }

  /** The ready-made score, unless the derived one is known or the bounds exclude it. */
  private static Column ready(Column known) {
    Column lower = known.getField(SCORE_LOWER);
    Column upper = known.getField(SCORE_UPPER);
    return Let.in(
        Ready.value(SCORE),
        ready ->
            when(lower.isNull(), ready)
                .when(lower.lt(upper).and(ready.between(lower, upper)), ready));
  }

  private static Column decided(Column known, Column ready) {
    Column lower = known.getField(SCORE_LOWER);
    Column upper = known.getField(SCORE_UPPER);
    Column noted = when(ready.isNotNull(), array(lit(SCORE))).otherwise(array());
    return struct(
        coalesce(ready, when(lower.equalTo(upper), lower)).as(SCORE),
        coalesce(ready, lower).as(SCORE_LOWER),
        coalesce(ready, upper).as(SCORE_UPPER),
        known.getField(SCORE_MISSING).as(SCORE_MISSING),
        concat(col(Origins.READY), noted).as(Origins.READY));
  }
}
