package org.hepatica.transform.ingest;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.ColumnMapping;
import org.hepatica.protocol.Center.Export;
import org.hepatica.protocol.Center.TableMapping;
import org.hepatica.table.Column;
import org.hepatica.table.Kind;
import org.hepatica.table.TableDefinition;

/**
 * Whether what a centre's mappings make of records stays among records that share identifiers: only
 * then can a change be followed to the rows that it may touch.
 */
public final class PatientBounds {

  private final Center center;
  private final Function<Export, Set<String>> ownIdentifying;

  private PatientBounds(Center center, Function<Export, Set<String>> ownIdentifying) {
    this.center = center;
    this.ownIdentifying = ownIdentifying;
  }

  /**
   * Why not; empty when it does.
   *
   * @param ownIdentifying the columns that an export's format itself calls identifying
   */
  public static Optional<String> crossed(
      Center center, Function<Export, Set<String>> ownIdentifying) {
    PatientBounds bounds = new PatientBounds(center, ownIdentifying);
    return center.tables().stream().flatMap(bounds::crossed).findFirst();
  }

  private Stream<String> crossed(TableMapping mapping) {
    Stream<String> joins =
        mapping.joins().stream()
            .filter(join -> !joinsByIdentifier(mapping, join))
            .map(
                join ->
                    "table %s joins %s by no identifier".formatted(mapping.table(), join.export()));
    TableDefinition table = Mappings.table(mapping);
    Stream<String> columns =
        Stream.concat(
                Stream.of(mapping.columns()), mapping.each().stream().map(Center.RowGroup::columns))
            .flatMap(named -> named.entrySet().stream())
            .filter(each -> isIdentifier(table, each.getKey()))
            .filter(each -> !isDelivered(mapping, each.getValue()))
            .map(
                (Map.Entry<String, ColumnMapping> each) ->
                    "%s.%s is no identifying column as delivered"
                        .formatted(mapping.table(), each.getKey()));
    return Stream.concat(joins, columns);
  }

  private static boolean isIdentifier(TableDefinition table, String column) {
    return table.columns().stream()
        .filter(each -> each.name().equals(column))
        .map(Column::kind)
        .anyMatch(Kind.IDENTIFIER::equals);
  }

  private boolean isDelivered(TableMapping mapping, ColumnMapping column) {
    Expression sql = CatalystSqlParser$.MODULE$.parseExpression(column.value());
    return column.codes().isEmpty() && isIdentifying(mapping, sql);
  }

  private boolean joinsByIdentifier(TableMapping mapping, Center.Join join) {
    return conjuncts(CatalystSqlParser$.MODULE$.parseExpression(join.on()))
        .anyMatch(
            each ->
                each instanceof EqualTo equal
                    && isIdentifying(mapping, equal.left())
                    && isIdentifying(mapping, equal.right()));
  }

  private static Stream<Expression> conjuncts(Expression condition) {
    return condition instanceof And and
        ? Stream.concat(conjuncts(and.left()), conjuncts(and.right()))
        : Stream.of(condition);
  }

  /** A name alone that is an identifying column of the export that it names, or of the record's. */
  private boolean isIdentifying(TableMapping mapping, Expression sql) {
    if (!(sql instanceof UnresolvedAttribute name)) {
      return false;
    }
    List<String> parts = SourceSql.parts(name.nameParts());
    String of = parts.size() > 1 ? parts.get(0) : mapping.from();
    Export export = center.exports().getOrDefault(of, center.exports().get(mapping.from()));
    Set<String> identifying = new HashSet<>(export.identifying());
    identifying.addAll(ownIdentifying.apply(export));
    return identifying.contains(parts.get(parts.size() - 1));
  }
}
