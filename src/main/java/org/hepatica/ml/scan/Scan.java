package org.hepatica.ml.scan;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.execution.ColumnarToRowExec;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;

/** Reduces each partition of a dataset from its chunks. */
public final class Scan {

  /** What is made of a partition. */
  @FunctionalInterface
  public interface Reduction<S> extends Serializable {

    /** Reads the chunks, all or as many as it needs, and gives what it made of them. */
    S reduce(Chunks chunks);
  }

  /** What a partition is made into, piece by piece. */
  @FunctionalInterface
  public interface Cutting<S> extends Serializable {

    /** The pieces, each made when it is asked for. */
    Iterator<S> cut(Chunks chunks);
  }

  private Scan() {}

  /**
   * One result a partition.
   *
   * @param dataset columns of numbers, dates, truth values or texts
   * @param reduction what to make of a partition
   * @throws IllegalArgumentException if a column is of another type
   */
  public static <S> JavaRDD<S> partitions(Dataset<Row> dataset, Reduction<S> reduction) {
    return pieces(dataset, chunks -> List.of(reduction.reduce(chunks)).iterator());
  }

  /**
   * Any number of results a partition.
   *
   * @param dataset columns of numbers, dates, truth values or texts
   * @param cutting what to make of a partition
   * @throws IllegalArgumentException if a column is of another type
   */
  public static <S> JavaRDD<S> pieces(Dataset<Row> dataset, Cutting<S> cutting) {
    StructType schema = dataset.schema();
    Columns.check(schema);
    QueryExecution execution =
        ((org.apache.spark.sql.classic.Dataset<Row>) dataset).queryExecution();
    Optional<Batches> batches = Batches.of(execution.executedPlan());
    if (batches.isPresent()) {
      int[] places = batches.get().places;
      return JavaRDD.fromRDD(
              batches.get().plan.executeColumnar(), ClassTag$.MODULE$.apply(ColumnarBatch.class))
          .mapPartitions(
              (Iterator<ColumnarBatch> b) -> cutting.cut(new BatchChunks(b, schema, places)));
    }
    return JavaRDD.fromRDD(execution.toRdd(), ClassTag$.MODULE$.apply(InternalRow.class))
        .mapPartitions((Iterator<InternalRow> r) -> cutting.cut(new RowChunks(r, schema)));
  }

  /** A plan that ends in columnar batches, and where in them each wanted column is. */
  private record Batches(SparkPlan plan, int[] places) {

    /** Empty when something between the batches and the rows computes. */
    static Optional<Batches> of(SparkPlan plan) {
      List<Attribute> wanted = attributes(plan);
      SparkPlan below = plan;
      while (!below.supportsColumnar()) {
        if (below instanceof WholeStageCodegenExec stage) {
          below = stage.child();
        } else if (below instanceof InputAdapter adapter) {
          below = adapter.child();
        } else if (below instanceof ColumnarToRowExec toRow) {
          below = toRow.child();
        } else if (below instanceof ProjectExec project && onlyPicks(project)) {
          below = project.child();
        } else {
          return Optional.empty();
        }
      }
      SparkPlan columnar = below;
      return places(wanted, attributes(below)).map(places -> new Batches(columnar, places));
    }

    private static boolean onlyPicks(ProjectExec project) {
      return CollectionConverters.asJava(project.projectList()).stream()
          .allMatch((NamedExpression e) -> e instanceof Attribute);
    }

    private static List<Attribute> attributes(SparkPlan plan) {
      return CollectionConverters.asJava(plan.output());
    }

    private static Optional<int[]> places(List<Attribute> wanted, List<Attribute> given) {
      List<Object> ids = given.stream().map(a -> (Object) a.exprId()).toList();
      int[] places = wanted.stream().mapToInt(a -> ids.indexOf(a.exprId())).toArray();
      return Arrays.stream(places).allMatch(p -> p >= 0) ? Optional.of(places) : Optional.empty();
    }
  }
}
