package org.hepatica.transform.survival;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hepatica.table.Registry;
import org.hepatica.table.Tables;

/** How subjects moved between the cells of questions, from then to now. */
final class Transitions {

  static final String QUESTION = "question";
  static final String NAME = "transition";
  static final String OUT = "out_of";
  static final String IN = "in_to";
  static final String SUBJECTS = "subjects";
  static final String OF_QUESTION = "of_question";
  static final String SUBJECTS_OF_QUESTION = "subjects_of_question";

  private static final String THEN = "then_frame";
  private static final String NOW = "now_frame";

  private static final StructType CELL =
      new StructType()
          .add("time", DataTypes.IntegerType, false)
          .add("status", DataTypes.IntegerType, false)
          .add("cell_values", DataTypes.createArrayType(DataTypes.DoubleType, false), false);

  private static final StructType MOVE =
      new StructType()
          .add(Registry.CENTER, DataTypes.StringType, false)
          .add(Registry.PATIENT_ID, DataTypes.StringType, false)
          .add(QUESTION, DataTypes.IntegerType, false)
          .add(NAME, DataTypes.StringType, false)
          .add(OUT, CELL, true)
          .add(IN, CELL, true);

  private Transitions() {}

  /** A row a subject and question of whose cells it left one for another, or for none. */
  static Dataset<Row> of(Questions questions, List<Question> wanted, Tables then, Tables now) {
    Dataset<Row> changed =
        questions
            .identified(then, THEN)
            .join(
                questions.identified(now, NOW),
                new String[] {Registry.CENTER, Registry.PATIENT_ID},
                "full_outer")
            .where(not(col(THEN).eqNullSafe(col(NOW))))
            .select(Registry.CENTER, Registry.PATIENT_ID, THEN, NOW);
    return changed.mapPartitions(
        new TransitionFinder(wanted, questions.endpoints()), Encoders.row(MOVE));
  }

  /** The different ones of each question, of most subjects first, at most so many. */
  static Dataset<Row> counted(Dataset<Row> moves, int most) {
    return moves
        .groupBy(col(QUESTION), col(NAME))
        .agg(count(lit(1)).as(SUBJECTS), first(col(OUT)).as(OUT), first(col(IN)).as(IN))
        .withColumn(OF_QUESTION, count(lit(1)).over(Window.partitionBy(col(QUESTION))))
        .withColumn(
            SUBJECTS_OF_QUESTION, sum(col(SUBJECTS)).over(Window.partitionBy(col(QUESTION))))
        .withColumn(
            "place",
            row_number()
                .over(Window.partitionBy(col(QUESTION)).orderBy(col(SUBJECTS).desc(), col(NAME))))
        .where(col("place").leq(most))
        .drop("place");
  }
}
