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
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.commands.DMLWithDeletionVectorsHelper$;
import org.apache.spark.sql.delta.commands.DeletionVectorBitmapGenerator$;
import org.apache.spark.sql.delta.commands.TouchedFileWithDV;
import org.apache.spark.sql.delta.stats.StatsCollectionUtils$;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * An amendment in one commit: rows that go are marked in the files where they lie (deletion
 * vectors), rows that come are written beside them, and the change feed is given both.
 *
 * <p>Delta's own MERGE looks at the table two or three times for this, and takes rows that come
 * only with a shuffle of the whole table or in a commit of their own. Here the table is looked at
 * once, and not at all where it is known where the rows lie.
 */
final class Marking {

  private static final String TYPE = "_change_type";
  private static final Column DATA = lit(null).cast("string");

  private final SparkSession spark;
  private final Path path;
  private final Amendment amendment;
  private final Staging staging;

  Marking(SparkSession spark, Path path, Amendment amendment, Staging staging) {
    this.spark = spark;
    this.path = path;
    this.amendment = amendment;
    this.staging = staging;
  }

  /** Writes it; no commit when nothing goes and nothing comes. */
  void write() {
    Vectors.enable(spark, path);
    OptimisticTransaction transaction =
        DeltaLog.forTable(spark, path.toString()).startTransaction();
    Seq<AddFile> files = transaction.filterFiles();
    Dataset<Row> going = going(transaction, files);
    List<Action> actions = new ArrayList<>(marked(transaction, files, going));
    Dataset<Row> told =
        amendment.known().filter(any -> !Located.is(any)).map(amendment::going).orElse(going);
    Dataset<Row> written = written(told).coalesce(spark.sparkContext().defaultParallelism());
    actions.addAll(CollectionConverters.asJava(transaction.writeFiles(written)));
    if (!actions.isEmpty()) {
      transaction.commit(
          CollectionConverters.asScala(actions).toSeq(), Rewriting.written(SaveMode.Append));
    }
    staging.remove(name());
  }

  /** Rows that go or change, with where they lie; all that they say where nothing else tells it. */
  private Dataset<Row> going(OptimisticTransaction transaction, Seq<AddFile> files) {
    Optional<Dataset<Row>> known = amendment.known();
    if (known.filter(Located::is).isPresent()) {
      return amendment.going(known.get());
    }
    Dataset<Row> going = amendment.going(Located.rows(amendment.table(), transaction, files));
    return known.isPresent() ? going.select(Located.FILE, Located.PLACE) : settled(going);
  }

  private Dataset<Row> settled(Dataset<Row> going) {
    return staging.settle(name(), going);
  }

  private String name() {
    return "going-" + amendment.table().fullName().replace('/', '-');
  }

  /** The files that hold rows that go, with vectors that mark these. */
  private List<Action> marked(
      OptimisticTransaction transaction, Seq<AddFile> files, Dataset<Row> going) {
    var vectors =
        DeletionVectorBitmapGenerator$.MODULE$.buildRowIndexSetsForFilesMatchingCondition(
            spark,
            transaction,
            true,
            going.select(Located.FILE, Located.PLACE),
            files,
            Literal.TrueLiteral(),
            Option.apply(col(Located.FILE)),
            Option.apply(col(Located.PLACE)));
    DMLWithDeletionVectorsHelper$ helper = DMLWithDeletionVectorsHelper$.MODULE$;
    var byPath = helper.generateCandidateFileMap(transaction.deltaLog().dataPath(), files);
    var touched = helper.findFilesWithMatchingRows(transaction, byPath, vectors);
    List<TouchedFileWithDV> all = CollectionConverters.asJava(touched);
    if (all.stream().allMatch(file -> file.fileLogEntry().numPhysicalRecords().isDefined())) {
      return all.stream().flatMap(Marking::marked).toList();
    }
    // Files that were written without statistics: Delta counts their rows, which a vector needs.
    int length =
        StatsCollectionUtils$.MODULE$.getDataSkippingStringPrefixLength(
            spark, transaction.metadata());
    var actions = helper.processUnmodifiedData(spark, touched, transaction.snapshot(), length)._1();
    return CollectionConverters.asJava(actions).stream().map(Action.class::cast).toList();
  }

  private static Stream<Action> marked(TouchedFileWithDV touched) {
    AddFile file = touched.fileLogEntry();
    if (touched.isFullyReplaced()) {
      return Stream.of(file.remove());
    }
    var marked = file.removeRows(touched.newDeletionVector(), true, true);
    return Stream.of(marked._1(), marked._2());
  }

  /**
   * What is written: rows that come, also as the feed tells them, and those that go for it alone.
   */
  private Dataset<Row> written(Dataset<Row> going) {
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
