package org.hepatica.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/**
 * A reader of mutations beside Spark's bare scan of the same bytes, by turns in one process.
 *
 * @param rows of all files
 * @param bytes of all files
 * @param kept rows that the reader kept
 * @param leftOut rows of other genes
 * @param reading seconds of each turn of the reader
 * @param scanning seconds of each turn of the scan
 * @param peakMb most memory that the process held, MiB; null where the system does not tell
 */
public record MutationScan(
    long rows,
    long bytes,
    long kept,
    long leftOut,
    List<Double> reading,
    List<Double> scanning,
    Double peakMb) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What the reader made of the files.
   *
   * @param kept rows that it kept
   * @param leftOut rows of other genes
   */
  public record Counted(long kept, long leftOut) {}

  /**
   * Measures.
   *
   * @param reader reads the files, all of them
   * @param repeat turns of each
   */
  public static MutationScan measure(
      SparkSession spark, MutationFiles files, Supplier<Counted> reader, int repeat)
      throws IOException {
    List<Double> reading = new ArrayList<>();
    List<Double> scanning = new ArrayList<>();
    Counted counted = null;
    for (int i = 0; i < repeat; i++) {
      long begin = System.nanoTime();
      scan(spark, files);
      long middle = System.nanoTime();
      counted = reader.get();
      scanning.add((middle - begin) / 1e9);
      reading.add((System.nanoTime() - middle) / 1e9);
    }
    long bytes = 0;
    for (Path file : files.files()) {
      bytes += Files.size(file);
    }
    return new MutationScan(
        files.rows(),
        bytes,
        counted.kept(),
        counted.leftOut(),
        reading,
        scanning,
        PeakMemory.megabytes());
  }

  /** Lines as text, into a sink that keeps nothing. */
  private static void scan(SparkSession spark, MutationFiles files) {
    spark.read().text(files.folder().toString()).write().format("noop").mode("overwrite").save();
  }

  /** Whether every row is accounted for, and all of KRAS were kept. */
  public boolean accountsFor(MutationFiles files) {
    return kept == files.ofKras() && kept + leftOut == files.rows();
  }

  /** Rows a second of the reader, by the median turn. */
  public double rowsASecond() {
    return rows / median(reading);
  }

  /** The reader's time as a multiple of the scan's, by the median turns. */
  public double ratio() {
    return median(reading) / median(scanning);
  }

  private static double median(List<Double> seconds) {
    double[] sorted = seconds.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** For people. */
  public String text() {
    return """
        %,d rows of mutations, %.1f GB: %,d kept, %,d of other genes
        reader     %8.1f s  %,.0f rows a second
        bare scan  %8.1f s  %,.0f rows a second
        ratio      %8.2f
        memory     %8.0f MiB at most, of the whole process
        """
        .formatted(
            rows,
            bytes / 1e9,
            kept,
            leftOut,
            median(reading),
            rowsASecond(),
            median(scanning),
            rows / median(scanning),
            ratio(),
            peakMb == null ? Double.NaN : peakMb);
  }

  /** As JSON. */
  public void write(Path file) throws IOException {
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
  }

  /** What {@link #write} wrote. */
  public static MutationScan read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), MutationScan.class);
  }
}
