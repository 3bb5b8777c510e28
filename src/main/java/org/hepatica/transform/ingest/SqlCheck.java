package org.hepatica.transform.ingest;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.hepatica.protocol.Center.TableMapping;

/**
 * Whether SQL of a mapping can be carried out: it parses, its exports are there, Spark takes it.
 */
final class SqlCheck {

  private SqlCheck() {}

  /** What is wrong with it. */
  static List<String> problems(TableMapping mapping, String text, boolean condition) {
    SourceSql sql;
    try {
      sql = SourceSql.parse(text);
    } catch (Exception e) {
      return List.of("'%s' is not SQL: %s; mend it".formatted(text, firstLine(e)));
    }
    List<String> problems = new ArrayList<>();
    for (List<String> name : sql.names()) {
      name(mapping, name, problems);
    }
    if (problems.isEmpty()) {
      analyze(sql, text, condition, problems);
    }
    return problems;
  }

  private static void name(TableMapping mapping, List<String> name, List<String> problems) {
    String export = Mappings.export(mapping, name);
    boolean known =
        name.size() <= 2
            && (export.equals(mapping.from())
                || mapping.joins().stream().anyMatch(join -> join.export().equals(export)));
    if (!known) {
      problems.add(
          "'%s' names neither the export that the table is from nor one that it joins; put a column name with a dot into backticks"
              .formatted(String.join(".", name)));
    }
  }

  private static void analyze(
      SourceSql sql, String text, boolean condition, List<String> problems) {
    DataType type = condition ? DataTypes.BooleanType : DataTypes.StringType;
    Column cell = lit(null).cast(DataTypes.StringType);
    try {
      SparkSession.active().range(0).select(sql.over(name -> cell).cast(type)).schema();
    } catch (Exception e) {
      problems.add("'%s' is refused by Spark: %s; mend it".formatted(text, firstLine(e)));
    }
  }

  /** What an exception says, in its first line. */
  static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().filter(l -> !l.isBlank()).findFirst().orElse("");
  }
}
