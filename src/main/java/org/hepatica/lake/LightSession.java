package org.hepatica.lake;

import java.util.Map;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A session beside one that is made for large data, for the few rows that a driver makes or wants:
 * their plans are run as they are. To generate code for each of these tables, and to compile it,
 * takes many times as long as their rows.
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
          "NO_CODEGEN",
          "spark.sql.shuffle.partitions",
          "1");

  private final SparkSession spark;
  private SparkSession light;

  /** Beside a session. */
  LightSession(SparkSession spark) {
    this.spark = spark;
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
              if (!LIGHT.containsKey(key) && conf.isModifiable(key)) {
                conf.set(key, value);
              }
            });
    LIGHT.forEach(conf::set);
    return light;
  }
}
