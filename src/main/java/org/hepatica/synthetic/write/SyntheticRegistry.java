package org.hepatica.synthetic.write;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.hepatica.synthetic.Plan;

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

  private final long patients;
  private final long seed;
  private final int centers;
  private final long part;

  private SyntheticRegistry(long patients, long seed, int centers, long part) {
    this.patients = patients;
    this.seed = seed;
    this.centers = centers;
    this.part = part;
  }

  /** The study's number of patients, seed 1, one centre. */
  public static SyntheticRegistry withDefaults() {
    return new SyntheticRegistry(Plan.STUDY, 1, 1, PART);
  }

  /** Patients with a complete resection; a tenth more are added who each fail a named rule. */
  public SyntheticRegistry patients(long value) {
    if (value < 1) {
      throw new IllegalArgumentException("At least one patient, not " + value);
    }
    return new SyntheticRegistry(value, seed, centers, part);
  }

  /** The seed of everything. */
  public SyntheticRegistry seed(long value) {
    return new SyntheticRegistry(patients, value, centers, part);
  }

  /** Shares the patients among centres: synthetic, or synthetic-1 to synthetic-K. */
  public SyntheticRegistry centers(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("At least one centre, not " + value);
    }
    return new SyntheticRegistry(patients, seed, value, part);
  }

  /** Patients of a centre in one set of files; more make numbered files. */
  public SyntheticRegistry partPatients(long value) {
    if (value < 1) {
      throw new IllegalArgumentException("At least one patient a file, not " + value);
    }
    return new SyntheticRegistry(patients, seed, centers, value);
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
    Plan plan = Plan.of(patients, seed);
    long chance = seed;
    String root = own.root().toString();
    JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(parts, parts.size())
        .foreach(
            one -> {
              Path delivery = new OwnLanding(Path.of(root)).writing(one.name());
              new PartWriter(one, plan, chance, delivery).write();
            });
  }

  private List<Part> parts() {
    long all = Plan.of(patients, seed).size();
    List<Part> parts = new ArrayList<>();
    for (int center = 0; center < centers; center++) {
      String name = centers == 1 ? "synthetic" : "synthetic-" + (center + 1);
      long from = all * center / centers;
      long to = all * (center + 1) / centers;
      int count = Math.toIntExact(Math.max(1, (to - from + part - 1) / part));
      for (int number = 0; number < count; number++) {
        long start = from + number * part;
        parts.add(new Part(name, number, count, start, Math.min(to, start + part)));
      }
    }
    return parts;
  }

  private String request() {
    return "Made by the generator, which may overwrite it: patients="
        + patients
        + " seed="
        + seed
        + " centers="
        + centers
        + "\n";
  }
}
