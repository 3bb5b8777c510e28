package org.hepatica.lake;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.jdk.javaapi.CollectionConverters;

/**
 * An amendment in one commit: rows that go are marked in the files where they lie (deletion
 * vectors), rows that come are written beside them, and the change feed is given both.
 *
 * <p>Delta's own MERGE looks at the table two or three times for this, and takes rows that come
 * only with a shuffle of the whole table or in a commit of their own. Here the table is looked at
 * once, together with others that are amended in the same night, and not at all where it is known
 * where the rows lie.
 */
final class Marking {

  private static final String TYPE = "_change_type";
  private static final String NAMED = "named_";
  private static final Column DATA = lit(null).cast("string");

  private final SparkSession spark;
  private final Path path;
  private final Amendment amendment;
  private final Staging staging;

  /** What the rows say that go or change; with where they lie, unless that is to be found. */
  private final Dataset<Row> going;

  /** Of a table that is not written until {@link #write}. */
  Marking(SparkSession spark, Path path, Amendment amendment, Staging staging) {
    this.spark = spark;
    this.path = path;
    this.amendment = amendment;
    this.staging = staging;
    going = isKnown() ? amendment.known().get() : located();
  }

  /** Whether it is known what the rows say, but not where they lie. */
  private boolean isKnown() {
    return amendment.changing().isEmpty()
        && amendment.known().filter(rows -> !Located.is(rows)).isPresent();
  }

  private Dataset<Row> located() {
    Optional<Dataset<Row>> located = amendment.known().filter(Located::is);
    if (located.isPresent()) {
      Vectors.enable(spark, path);
      return amendment.going(located.get());
    }
    return staging.settle(name(), amendment.going(rows()));
  }

  private Dataset<Row> rows() {
    return Located.rows(spark, amendment.table(), path);
  }

  /** Where the rows lie that go of some tables, found at once. */
  static Places places(List<Marking> markings) {
    Stream<Dataset<Row>> told =
        markings.stream()
            .filter(each -> !each.isKnown())
            .map(each -> each.going.select(each.table(), col(Located.FILE), col(Located.PLACE)));
    Stream<Dataset<Row>> found =
        markings.stream()
            .filter(Marking::isKnown)
            .collect(Collectors.groupingBy(each -> each.amendment.key()))
            .values()
            .stream()
            .map(Marking::found);
    return Places.of(Stream.concat(told, found).reduce(Dataset::unionAll));
  }

  /** Tables whose rows are told by the same columns meet in one join what is named of them. */
  private static Dataset<Row> found(List<Marking> sameKey) {
    Dataset<Row> rows =
        sameKey.stream().map(Marking::keysAndPlaces).reduce(Dataset::unionAll).orElseThrow();
    Dataset<Row> named =
        sameKey.stream().map(Marking::named).reduce(Dataset::unionAll).orElseThrow();
    Column same =
        Stream.of(named.columns())
            .map(name -> col(name).eqNullSafe(col(name.substring(NAMED.length()))))
            .reduce(Column::and)
            .orElseThrow();
    return rows.join(named, same, "left_semi").select(Places.TABLE, Located.FILE, Located.PLACE);
  }

  private Dataset<Row> keysAndPlaces() {
    Stream<Column> keys = amendment.key().stream().map(name -> col(name));
    Stream<Column> places = Stream.of(table(), col(Located.FILE), col(Located.PLACE));
    return rows()
        .where(amendment.part())
        .select(Stream.concat(keys, places).toArray(Column[]::new));
  }

  private Dataset<Row> named() {
    Stream<Column> keys = amendment.key().stream().map(name -> col(name).as(NAMED + name));
    Column table = table().as(NAMED + Places.TABLE);
    return amendment.named().select(Stream.concat(keys, Stream.of(table)).toArray(Column[]::new));
  }

  private Column table() {
    return lit(amendment.table().fullName()).as(Places.TABLE);
  }

  /** Writes it; no commit when nothing goes and nothing comes. */
  void write(Places places) {
    OptimisticTransaction transaction =
        DeltaLog.forTable(spark, path.toString()).startTransaction();
    Marks marks = new Marks(spark, transaction, places.of(amendment.table().fullName()));
    List<Action> actions = new ArrayList<>(marks.write(files(transaction)));
    Dataset<Row> written = written().coalesce(spark.sparkContext().defaultParallelism());
    actions.addAll(CollectionConverters.asJava(transaction.writeFiles(written)));
    if (!actions.isEmpty()) {
      transaction.commit(
          CollectionConverters.asScala(actions).toSeq(), Rewriting.written(SaveMode.Append));
    }
    staging.remove(name());
  }

  private List<AddFile> files(OptimisticTransaction transaction) {
    Optional<List<AddFile>> files = new Commit(path, transaction.readVersion()).tableFiles();
    if (files.isPresent()) {
      transaction.readWholeTable();
      return files.get();
    }
    return CollectionConverters.asJava(transaction.filterFiles());
  }

  private String name() {
    return "going-" + amendment.table().fullName().replace('/', '-');
  }

  /**
   * What is written: rows that come, also as the feed tells them, and those that go for it alone.
   */
  private Dataset<Row> written() {
    Dataset<Row> come = of(amendment.come(), DATA, lit("insert"));
    return amendment
        .changing()
        .map(
            column ->
                come.unionByName(of(going, lit("update_preimage")))
                    .unionByName(
                        of(
                            going.withColumn(column, col(Amendment.VALUE)),
                            DATA,
                            lit("update_postimage"))))
        .orElseGet(() -> come.unionByName(of(going, lit("delete"))));
  }

  private Dataset<Row> of(Dataset<Row> rows, Column... types) {
    Column[] columns =
        Stream.concat(
                Arrays.stream(amendment.table().schema().fields())
                    .map(field -> col(field.name()).cast(field.dataType()).as(field.name())),
                Stream.of(explode(array(types)).as(TYPE)))
            .toArray(Column[]::new);
    return rows.select(columns);
  }
}
