package org.hepatica.job;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.hepatica.protocol.Expression;
import org.hepatica.protocol.ProtocolException;
import org.hepatica.table.Gold;

/** Holds the SQL of a study against the columns of {@code subject} before any table is touched. */
final class Expressions {

  private Expressions() {}

  /** Every problem of the study's SQL, each with file, line and key. */
  static List<String> problems(SparkSession spark, RunPlan plan) {
    Dataset<Row> subject = spark.createDataFrame(List.of(), Gold.SUBJECT.schema());
    List<String> problems = new ArrayList<>();
    for (Expression expression : plan.configuration().studyExpressions(plan.study().name())) {
      try {
        subject.select(functions.expr(expression.sql())).schema();
      } catch (Exception e) {
        if (!(e instanceof AnalysisException)) {
          throw e;
        }
        problems.add(
            expression
                .position()
                .problem(
                    "'" + expression.sql() + "' is no SQL over subject: " + firstSentence(e),
                    "jobs/hepatica dictionary lists the columns of gold/subject"));
      }
    }
    return problems;
  }

  /** Fails with every problem. */
  static void check(SparkSession spark, RunPlan plan) {
    List<String> problems = problems(spark, plan);
    if (!problems.isEmpty()) {
      throw new ProtocolException(problems);
    }
  }

  private static String firstSentence(Throwable e) {
    String line =
        String.valueOf(e.getMessage()).lines().filter(l -> !l.isBlank()).findFirst().orElse("");
    return line.replaceFirst(" SQLSTATE.*", "").replaceFirst("; line \\d+ pos \\d+.*", "");
  }
}
