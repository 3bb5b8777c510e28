package org.hepatica.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A table of made-up subjects on disk: as Parquet, and the same rows as {@link PlainTable} for R.
 * The same rows whatever the number of partitions; made once.
 *
 * @param subjects how many rows
 * @param seed of everything
 * @param folder of all of the benchmark's tables
 */
public record SurvivalTable(long subjects, long seed, Path folder) {

  /** Whoever changes what a subject is counts this up, so that no older table is taken for it. */
  private static final int VERSION = 1;

  private static final long SUBJECTS_A_FILE = 2_500_000;
  private static final int FEWEST_FILES = 2;

  /** Refuses what cannot be made. */
  public SurvivalTable {
    if (subjects < 1) {
      throw new IllegalArgumentException("at least 1 subject is needed, not " + subjects);
    }
  }

  /** The Parquet folder. */
  public Path parquet() {
    return own().resolve("table.parquet");
  }

  /** The folder of columns that R reads. */
  public Path plain() {
    return own().resolve("columns");
  }

  private Path own() {
    return folder.resolve("survival-v%d-n%d-seed%d".formatted(VERSION, subjects, seed));
  }

  /** Whether the Parquet folder is there, whole. */
  public boolean hasParquet() {
    return Files.exists(parquet().resolve("_SUCCESS"));
  }

  /** Writes the Parquet folder, whatever stood there. */
  public void writeParquet(SparkSession spark) {
    int files = Math.toIntExact(Math.max(FEWEST_FILES, subjects / SUBJECTS_A_FILE));
    rows(spark, files).write().mode(SaveMode.Overwrite).parquet(parquet().toString());
  }

  /** The rows in order, in so many partitions. */
  Dataset<Row> rows(SparkSession spark, int partitions) {
    long chance = seed;
    MapPartitionsFunction<Long, Row> made = numbers -> rows(chance, numbers);
    return spark
        .range(0, subjects, 1, partitions)
        .as(Encoders.LONG())
        .mapPartitions(made, Encoders.row(schema()));
  }

  /** The subjects, one after the other. */
  Stream<Subject> all() {
    return LongStream.range(0, subjects).mapToObj(number -> Subject.of(seed, number));
  }

  private static Iterator<Row> rows(long seed, Iterator<Long> numbers) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return numbers.hasNext();
      }

      @Override
      public Row next() {
        return row(Subject.of(seed, numbers.next()));
      }
    };
  }

  private static Row row(Subject s) {
    return RowFactory.create(
        s.days(),
        s.died(),
        s.hai(),
        s.kras(),
        s.margin(),
        s.score(),
        s.ehd(),
        s.age(),
        s.cea(),
        s.center());
  }

  private static StructType schema() {
    StructType schema = new StructType();
    for (PlainColumn column : PlainColumn.values()) {
      boolean decimal = List.of(PlainColumn.AGE, PlainColumn.CEA).contains(column);
      DataType type = decimal ? DataTypes.DoubleType : DataTypes.IntegerType;
      schema = schema.add(column.name().toLowerCase(Locale.ROOT), type, false);
    }
    return schema;
  }
}
