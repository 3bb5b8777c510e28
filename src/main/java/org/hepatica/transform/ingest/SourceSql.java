package org.hepatica.transform.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.LambdaFunction;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.TryEval;
import org.apache.spark.sql.catalyst.expressions.UnresolvedNamedLambdaVariable;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.classic.ExpressionUtils;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * SQL of a mapping over a record's cells, or of a quality rule over a row's values. It looks into
 * Spark's parser: it finds the columns that the SQL names and puts the cell or value in their
 * place, so that any column name will do and two joined exports may share one.
 */
final class SourceSql {

  private final Expression parsed;

  private SourceSql(Expression parsed) {
    this.parsed = parsed;
  }

  /**
   * Parses; Spark's ParseException, which Scala does not declare, when it is not SQL.
   *
   * @throws IllegalArgumentException when it ends in a name of its own, as {@code x is} does
   */
  static SourceSql parse(String sql) {
    Expression parsed = CatalystSqlParser$.MODULE$.parseExpression(sql);
    if (parsed instanceof Alias alias) {
      throw new IllegalArgumentException(
          "'%s' at its end has no place here".formatted(alias.name()));
    }
    return new SourceSql(parsed);
  }

  /**
   * Parses SQL that may also call {@link DateOrder}'s function.
   *
   * @throws IllegalArgumentException as {@link #parse}, or when that is given no dates
   */
  static SourceSql withDateOrder(String sql) {
    return new SourceSql(DateOrder.expand(parse(sql).parsed));
  }

  /** The names that it mentions: {@code [column]} or {@code [export, column]}. */
  List<List<String>> names() {
    List<List<String>> names = new ArrayList<>();
    replace(
        parsed,
        Set.of(),
        name -> {
          names.add(name);
          return null;
        });
    return names;
  }

  /** Whether it is a name and nothing else, so that it cannot fail. */
  boolean isPlain() {
    return parsed instanceof UnresolvedAttribute;
  }

  /** The SQL with a column in the place of each name; it throws where a value is bad. */
  Column over(Function<List<String>, Column> cells) {
    return ExpressionUtils.column(replaced(cells));
  }

  /** A join's condition: its equalities stay visible to the join, a bad value matches nothing. */
  Column conditionOver(Function<List<String>, Column> cells) {
    return ExpressionUtils.column(guarded(replaced(cells)));
  }

  /** A column that is null where the given one throws. */
  static Column tried(Column column) {
    return ExpressionUtils.column(new TryEval(ExpressionUtils.expression(column)));
  }

  private Expression replaced(Function<List<String>, Column> cells) {
    return replace(parsed, Set.of(), name -> ExpressionUtils.expression(cells.apply(name)));
  }

  private static Expression guarded(Expression condition) {
    if (condition instanceof And and) {
      return new And(guarded(and.left()), guarded(and.right()));
    }
    if (condition instanceof EqualTo equal) {
      return new EqualTo(new TryEval(equal.left()), new TryEval(equal.right()));
    }
    return new TryEval(condition);
  }

  private static Expression replace(
      Expression node, Set<String> arguments, Function<List<String>, Expression> replacement) {
    if (node instanceof UnresolvedAttribute name) {
      return or(replacement.apply(parts(name.nameParts())), node);
    }
    if (node instanceof UnresolvedNamedLambdaVariable name) {
      return arguments.contains(parts(name.nameParts()).get(0))
          ? node
          : or(replacement.apply(parts(name.nameParts())), node);
    }
    Set<String> inner = arguments;
    if (node instanceof LambdaFunction lambda) {
      inner = new HashSet<>(arguments);
      for (NamedExpression argument : CollectionConverters.asJava(lambda.arguments())) {
        inner.add(argument.name());
      }
    }
    Set<String> known = inner;
    return (Expression) node.mapChildren(child -> replace(child, known, replacement));
  }

  private static Expression or(Expression replaced, Expression original) {
    return replaced == null ? original : replaced;
  }

  /** The parts of a name. */
  static List<String> parts(Seq<String> name) {
    return List.copyOf(CollectionConverters.asJava(name));
  }
}
