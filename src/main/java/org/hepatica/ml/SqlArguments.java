package org.hepatica.ml;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.formula.Formula;
import org.hepatica.formula.FormulaException;
import org.hepatica.formula.SqlText;

/**
 * Has Spark look at what {@code Surv()} is made of before anything is read, and says in a formula's
 * words what it cannot compute.
 */
final class SqlArguments {

  private static final String REMEDY =
      "an argument of Surv() is a column, or Spark's SQL of columns, as status == \"dead\"";

  private SqlArguments() {}

  /**
   * Looks at each argument that is more than a column.
   *
   * @throws FormulaException if it is no SQL, or none that Spark has
   */
  static void check(Dataset<Row> data, Formula formula) {
    Set<String> known = Arrays.stream(data.columns()).collect(Collectors.toSet());
    for (SqlText argument : formula.response().arguments()) {
      // An unknown column is told by the table, with what was probably meant.
      if (argument.column().isEmpty() && known.containsAll(argument.columns())) {
        check(data, formula, argument);
      }
    }
  }

  private static void check(Dataset<Row> data, Formula formula, SqlText argument) {
    try {
      data.select(Frame.column(argument));
    } catch (Exception e) { // Spark throws checked exceptions that it does not declare
      if (e instanceof AnalysisException refused) {
        throw formula.refused(argument, problem(refused), REMEDY);
      }
      throw e;
    }
  }

  private static String problem(AnalysisException refused) {
    String condition = refused.getCondition() == null ? "" : refused.getCondition();
    if (condition.startsWith("UNRESOLVED_ROUTINE")) {
      String name = refused.getMessageParameters().getOrDefault("routineName", "").replace("`", "");
      return "there is no SQL function %s()".formatted(name);
    }
    if (condition.startsWith("WRONG_NUM_ARGS")) {
      return "a SQL function has too few or too many arguments";
    }
    if (condition.startsWith("PARSE_SYNTAX_ERROR")) {
      return "this is no SQL expression";
    }
    if (condition.startsWith("DATATYPE_MISMATCH")) {
      return "types do not go together: a text, a number or a truth value stands where another is needed";
    }
    return "this SQL expression cannot be computed (Spark: %s)".formatted(condition);
  }
}
