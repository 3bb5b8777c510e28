package org.hepatica.synthetic.write;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Writes the synthetic registry as deliveries of one or several centres. The same patients, seed,
 * centres and part size give the same bytes, whatever the number of cores.
 *
 * <p>Immutable: every option gives a new instance.
 */
public final class SyntheticRegistry {

  /** The day of the deliveries, after the study's data cut-off. */
  public static final LocalDate DELIVERY = LocalDate.of(2016, 1, 31);

  private static final long PART = 100_000;

  private final Planted planted;
  private final long seed;
  private final int centers;
  private final long part;

  private SyntheticRegistry(Planted planted, long seed, int centers, long part) {
    this.planted = planted;
    this.seed = seed;
    this.centers = centers;
    this.part = part;
  }

  /** Of these planted patients; seed 1, one centre. */
  public static SyntheticRegistry of(Planted planted) {
    return new SyntheticRegistry(planted, 1, 1, PART);
  }

  /** The seed of everything that the planted truth leaves open. */
  public SyntheticRegistry seed(long value) {
    return new SyntheticRegistry(planted, value, centers, part);
  }

  /** Shares the patients among centres: synthetic, or synthetic-1 to synthetic-K. */
  public SyntheticRegistry centers(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("At least one centre, not " + value);
    }
    return new SyntheticRegistry(planted, seed, value, part);
  }

  /** Patients of a centre in one set of files; more make numbered files. */
  public SyntheticRegistry partPatients(long value) {
    if (value < 1) {
      throw new IllegalArgumentException("At least one patient a file, not " + value);
    }
    return new SyntheticRegistry(planted, seed, centers, value);
  }

  /**
   * Writes all deliveries, a task a part, and returns their folders.
   *
   * @throws IOException when a folder is not the generator's own, or a file cannot be written
   */
  public List<Path> write(SparkSession spark, Path landing) throws IOException {
    OwnLanding own = new OwnLanding(landing.toAbsolutePath());
    List<Part> parts = parts();
    List<String> names = parts.stream().map(Part::name).distinct().toList();
    own.prepare(names, DELIVERY.toString(), request());
    run(spark, own, parts);
    List<Path> deliveries = new ArrayList<>();
    for (String name : names) {
      deliveries.add(own.publish(name, DELIVERY.toString()));
    }
    return deliveries;
  }

  private void run(SparkSession spark, OwnLanding own, List<Part> parts) {
    Planted source = planted;
    long chance = seed;
    String root = own.root().toString();
    JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(parts, parts.size())
        .foreach(
            one -> {
              Path delivery = new OwnLanding(Path.of(root)).writing(one.name());
              new PartWriter(one, source, chance, delivery).write();
            });
  }

  private List<Part> parts() {
    long share = part * centers;
    int count = Math.toIntExact(Math.max(1, (planted.size() + share - 1) / share));
    List<Part> parts = new ArrayList<>();
    for (int center = 0; center < centers; center++) {
      for (int number = 0; number < count; number++) {
        long to = Math.min(planted.size(), (number + 1) * share);
        parts.add(new Part(center, centers, number, count, number * share, to));
      }
    }
    return parts;
  }

  private String request() {
    return "Made by the generator, which may overwrite it: patients="
        + planted.size()
        + " seed="
        + seed
        + " centers="
        + centers
        + "\n";
  }
}
