package org.hepatica.transform.ingest;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.UnresolvedNamedLambdaVariable;
import org.apache.spark.sql.classic.ColumnNodeToExpressionConverter$;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.hepatica.table.Kind;
import org.hepatica.table.PartialDate;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The function {@value #NAME} of quality rules: {@code in_order(a, b)} holds unless the date a is
 * certainly after the date b. A date is two columns, its day and how precisely that is known, and
 * to compare the days alone would find fault with every month that is stored as its 15th.
 */
final class DateOrder {

  static final String NAME = "in_order";

  private DateOrder() {}

  /**
   * The SQL with the function's calls written out.
   *
   * @throws IllegalArgumentException where it is not given two dates by their names
   */
  static Expression expand(Expression node) {
    Expression expanded = (Expression) node.mapChildren(DateOrder::expand);
    return expanded instanceof UnresolvedFunction function
            && SourceSql.parts(function.nameParts()).equals(List.of(NAME))
        ? inOrder(List.copyOf(CollectionConverters.asJava(function.arguments())))
        : expanded;
  }

  private static Expression inOrder(List<Expression> dates) {
    if (dates.size() != 2) {
      throw notDates();
    }
    Column inOrder =
        PartialDate.inOrder(
            ExpressionUtils.column(dates.get(0)),
            precision(dates.get(0)),
            ExpressionUtils.column(dates.get(1)),
            precision(dates.get(1)));
    // Converted at once: what stands for a column would hide the names in it.
    return ColumnNodeToExpressionConverter$.MODULE$.apply(inOrder.node());
  }

  private static Column precision(Expression date) {
    if (date instanceof UnresolvedAttribute name) {
      return ExpressionUtils.column(new UnresolvedAttribute(companion(name.nameParts())));
    }
    if (date instanceof UnresolvedNamedLambdaVariable name) {
      return ExpressionUtils.column(new UnresolvedNamedLambdaVariable(companion(name.nameParts())));
    }
    throw notDates();
  }

  private static Seq<String> companion(Seq<String> name) {
    List<String> parts = new ArrayList<>(SourceSql.parts(name));
    int last = parts.size() - 1;
    parts.set(last, parts.get(last) + Kind.DATE.companionSuffix());
    return CollectionConverters.asScala(parts).toSeq();
  }

  private static IllegalArgumentException notDates() {
    return new IllegalArgumentException(
        NAME + "() takes two dates by their names, as in in_order(start_date, end_date)");
  }
}
