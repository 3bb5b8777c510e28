package org.hepatica.lake;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A session beside one that is made for large data, for few rows: their plans are run as they are.
 * To generate code for each of these plans, and to compile it, takes many times as long as their
 * rows.
 */
final class LightSession {

  private static final String WHOLE_STAGE = "spark.sql.codegen.wholeStage";
  private static final String NO = "false";
  private static final Map<String, String> LIGHT =
      Map.of(
          "spark.sql.adaptive.enabled",
          NO,
          WHOLE_STAGE,
          NO,
          "spark.sql.codegen.factoryMode",
          "NO_CODEGEN");

  private final SparkSession spark;
  private final Map<String, String> own;
  private SparkSession light;

  private LightSession(SparkSession spark, Map<String, String> own) {
    this.spark = spark;
    this.own = own;
  }

  /** Beside a session, with as many partitions: few rows may meet many. */
  static LightSession beside(SparkSession spark) {
    return new LightSession(spark, LIGHT);
  }

  /** The same for rows that a driver makes or wants, which meet no others. */
  static LightSession ofDriver(SparkSession spark) {
    Map<String, String> own = new HashMap<>(LIGHT);
    own.put("spark.sql.shuffle.partitions", "1");
    return new LightSession(spark, own);
  }

  /** The session, which in all else is as the other is by now; that one, if it is light itself. */
  synchronized SparkSession get() {
    if (spark.conf().get(WHOLE_STAGE).equals(NO)) {
      return spark;
    }
    if (light == null) {
      light = spark.newSession();
    }
    RuntimeConfig conf = light.conf();
    CollectionConverters.asJava(spark.conf().getAll())
        .forEach(
            (key, value) -> {
              if (!own.containsKey(key) && conf.isModifiable(key)) {
                conf.set(key, value);
              }
            });
    own.forEach(conf::set);
    return light;
  }
}
