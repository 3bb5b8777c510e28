package org.hepatica.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.DeletionVectorDescriptor;
import org.apache.spark.sql.delta.commands.DMLWithDeletionVectorsHelper$;
import org.apache.spark.sql.delta.commands.DeletionVectorWriter;
import org.apache.spark.sql.delta.commands.DeletionVectorWriter$;
import org.apache.spark.sql.delta.commands.TouchedFileWithDV;
import org.apache.spark.sql.delta.deletionvectors.RoaringBitmapArray;
import org.apache.spark.sql.delta.deletionvectors.RoaringBitmapArrayFormat$;
import org.apache.spark.sql.delta.deletionvectors.StoredBitmap;
import org.apache.spark.sql.delta.stats.StatsCollectionUtils$;
import org.apache.spark.sql.delta.storage.dv.DeletionVectorStore;
import org.apache.spark.sql.delta.storage.dv.HadoopFileSystemDVStore;
import org.apache.spark.sql.delta.util.DeltaFileOperations$;
import org.apache.spark.sql.delta.util.PathWithFileSystem;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Marks of rows that a table no longer has, beside the files that hold them: Delta's deletion
 * vectors, those of one commit in one file. Delta writes them by jobs of its own; where the rows
 * lie is known by then, and is so small that they are written here.
 */
final class Marks {

  private final SparkSession spark;
  private final OptimisticTransaction transaction;
  private final Map<String, RoaringBitmapArray> places;

  /**
   * @param places by file, as Spark names it, the numbers of rows in it
   */
  Marks(
      SparkSession spark,
      OptimisticTransaction transaction,
      Map<String, RoaringBitmapArray> places) {
    this.spark = spark;
    this.transaction = transaction;
    this.places = places;
  }

  /**
   * Writes the vectors.
   *
   * @param files all files of the table
   * @return what becomes of those that hold the rows
   * @throws IllegalStateException if one of these is not among them
   */
  List<Action> write(List<AddFile> files) {
    List<TouchedFileWithDV> touched = places.isEmpty() ? List.of() : touched(files);
    if (touched.stream().allMatch(file -> file.fileLogEntry().numPhysicalRecords().isDefined())) {
      return touched.stream().flatMap(Marks::marked).toList();
    }
    // Files that were written without statistics: Delta counts their rows, which a vector needs.
    int length =
        StatsCollectionUtils$.MODULE$.getDataSkippingStringPrefixLength(
            spark, transaction.metadata());
    var actions =
        DMLWithDeletionVectorsHelper$.MODULE$
            .processUnmodifiedData(
                spark,
                CollectionConverters.asScala(touched).toSeq(),
                transaction.snapshot(),
                length)
            ._1();
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

  private List<TouchedFileWithDV> touched(List<AddFile> files) {
    DeltaLog log = transaction.deltaLog();
    var byPath =
        CollectionConverters.asJava(
            DMLWithDeletionVectorsHelper$.MODULE$.generateCandidateFileMap(
                log.dataPath(), CollectionConverters.asScala(files).toSeq()));
    Configuration hadoop = log.newDeltaHadoopConf();
    DeletionVectorStore store = new HadoopFileSystemDVStore(hadoop);
    PathWithFileSystem table = PathWithFileSystem.withConf(log.dataPath(), hadoop);
    var opened = DeletionVectorWriter$.MODULE$.createWriter(store, table.makeQualified(), "");
    List<TouchedFileWithDV> touched = new ArrayList<>();
    try (var writer = opened._1()) {
      var file = context(store, writer, log, opened._2());
      places.forEach(
          (path, rows) -> {
            String absolute =
                DeltaFileOperations$.MODULE$
                    .absolutePath(log.dataPath().toString(), path)
                    .toString();
            AddFile holding = byPath.get(absolute);
            if (holding == null) {
              throw new IllegalStateException(
                  "%s was written by somebody else at the same time: run again"
                      .formatted(log.dataPath()));
            }
            touched.add(
                new TouchedFileWithDV(
                    path, holding, vector(file, holding, rows), rows.cardinality()));
          });
    }
    return touched;
  }

  private static DeletionVectorWriter.DeletionVectorMapperContext context(
      DeletionVectorStore store,
      org.apache.spark.sql.delta.storage.dv.DeletionVectorStoreUtils.Writer writer,
      DeltaLog log,
      UUID name) {
    return new DeletionVectorWriter.DeletionVectorMapperContext(
        store, writer, log.dataPath(), name, "");
  }

  /** Of rows that go now and those of the file that went before. */
  private static DeletionVectorDescriptor vector(
      DeletionVectorWriter.DeletionVectorMapperContext file,
      AddFile holding,
      RoaringBitmapArray rows) {
    RoaringBitmapArray all = rows.copy();
    if (Commit.hasVector(holding)) {
      all.merge(
          StoredBitmap.create(holding.deletionVector(), file.tablePath()).load(file.dvStore()));
    }
    all.runOptimize();
    return DeletionVectorWriter$.MODULE$.storeSerializedBitmap(
        file,
        all.serializeAsByteArray(RoaringBitmapArrayFormat$.MODULE$.Portable()),
        all.cardinality());
  }
}
